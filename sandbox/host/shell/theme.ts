export type ColorMode = 'light' | 'dark' | 'auto';

/** The attributes by which the token CSS finds its theme, as they are on the page just now. */
export function themeAttributes(): Record<string, string> {
  const { documentElement: root } = document;
  return Object.fromEntries(
    root
      .getAttributeNames()
      .filter((name) => name === 'data-theme' || name === 'data-color-mode' || name === 'data-contrast-mode')
      .map((name) => [name, root.getAttribute(name) ?? '']),
  );
}

export const colorModeShown = (): string => document.documentElement.dataset['colorMode'] ?? 'light';

/** Calls back whenever the page changes its theme. Returns how to stop. */
export function observeTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-color-mode'] });
  return () => observer.disconnect();
}
