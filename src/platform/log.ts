/**
 * What the app writes to its log: an event and numbers, ids and codes about it. Never names, e-mail addresses, cells of
 * a file or messages that may hold them: logs are read by people who may not see customers.
 */
export function log(event: string, facts: Record<string, string | number | boolean | null> = {}): void {
  console.log(JSON.stringify({ event, ...facts }));
}
