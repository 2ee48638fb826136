const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * The id of the help center that a person named: by its id, or by an address of its pages or its settings, which holds
 * it. Null for an address without one.
 */
export function helpCenterIdOf(text: string): string | null {
  const named = text.trim();
  return named.includes('/') ? (ID.exec(named)?.[0] ?? null) : named;
}

/** What is wrong with the help center that a person named; null where nothing is. */
export function helpCenterProblem(text: string): string | null {
  const id = helpCenterIdOf(text);
  if (id === null) return 'This link doesn’t contain a help center ID. Copy the link of the help center’s settings.';
  return id === '' ? 'Enter the help center.' : null;
}
