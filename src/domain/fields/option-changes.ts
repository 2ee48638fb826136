/** An option in the making: what the field holds it as, null for a new one, and what it shall be. */
export interface OptionDraft {
  was: string | null;
  text: string;
}

export interface OptionChanges {
  added: string[];
  removed: string[];
  renamed: { from: string; to: string }[];
  isReordered: boolean;
}

/** What a new list of options does to the one that the field has: the API itself is told the new list alone. */
export function optionChanges(present: readonly string[], drafts: readonly OptionDraft[]): OptionChanges {
  const kept = new Set(drafts.map(({ was }) => was));
  const wanted = new Set(optionTexts(drafts));
  const renamed = drafts.flatMap(({ was, text }) =>
    was !== null && present.includes(was) && !wanted.has(was) ? [{ from: was, to: text.trim() }] : [],
  );
  return {
    added: drafts.flatMap(({ was, text }) => (was === null && !present.includes(text.trim()) ? [text.trim()] : [])),
    removed: present.filter((option) => !kept.has(option) && !wanted.has(option)),
    renamed,
    isReordered: isReordered(present, drafts),
  };
}

/** The list as it is sent. */
export const optionTexts = (drafts: readonly OptionDraft[]): string[] => drafts.map(({ text }) => text.trim());

/** The options that no value can be set to any more once the list is sent: values that hold them keep them at best. */
export function lostOptions({ removed, renamed }: OptionChanges): string[] {
  return [...removed, ...renamed.map(({ from }) => from)];
}

export function isUnchanged({ added, removed, renamed, isReordered }: OptionChanges): boolean {
  return added.length + removed.length + renamed.length === 0 && !isReordered;
}

/** Whether those of the present options that stay stand in another order among themselves. */
function isReordered(present: readonly string[], drafts: readonly OptionDraft[]): boolean {
  const place = new Map(present.map((option, index) => [option, index]));
  const places = drafts.flatMap(({ was, text }) => place.get(was ?? text.trim()) ?? []);
  return places.some((current, index) => index > 0 && current < (places[index - 1] ?? 0));
}
