/**
 * Dresses a frame in the host page's theme: its attributes on the root element, and the token CSS as a file, since
 * the policy of static resources forbids inline styles.
 */
export function applyTheme(attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) document.documentElement.setAttribute(name, value);
  const href = '/_sandbox/host/tokens.css';
  if (document.querySelector(`link[href="${href}"]`) !== null) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  // In front of the resource's own styles, so that those win.
  document.head.prepend(link);
}
