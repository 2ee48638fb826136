/**
 * What the app writes to its log: an event and numbers, ids and codes about it. Never names, e-mail addresses, cells of
 * a file or messages that may hold them: logs are read by people who may not see customers.
 */
export function log(event: string, facts: Record<string, string | number | boolean | null> = {}): void {
  console.log(JSON.stringify({ event, ...facts }));
}

/** What may be written of a fault: its kind and the place where it was met. Its message may hold what a file says. */
export function factsOf(fault: unknown): { error: string; at: string | null } {
  if (!(fault instanceof Error)) return { error: 'unknown', at: null };
  const place = fault.stack?.split('\n').find((line) => /^ +at /.test(line));
  return { error: fault.name, at: place?.trim() ?? null };
}
