/** Runs `work` on every item, at most `width` at a time. Rejects with the first error; the others are awaited. */
export async function inParallel<T>(width: number, items: readonly T[], work: (item: T) => Promise<void>) {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  const results = await Promise.allSettled(Array.from({ length: width }, worker));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
