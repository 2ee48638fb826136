/** Different texts that are remembered; a column with more of them gains nothing from it. */
const MAX_REMEMBERED = 10_000;

/** A pure function of a text that remembers its answers: columns repeat a few values over and over. */
export function remember<T>(answerTo: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(text);
    if (answers.size < MAX_REMEMBERED) answers.set(text, answer);
    return answer;
  };
}
