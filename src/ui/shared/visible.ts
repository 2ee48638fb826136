/**
 * Runs once after `delayMs`, or, if the page is hidden then, as soon as it is seen again: a tab in the background
 * asks the back end for nothing. The answer takes it back.
 */
export function afterWhileVisible(delayMs: number, run: () => void): () => void {
  const runOnceSeen = () => {
    if (document.visibilityState === 'hidden') return;
    document.removeEventListener('visibilitychange', runOnceSeen);
    run();
  };
  const timer = setTimeout(() => {
    if (document.visibilityState === 'hidden') document.addEventListener('visibilitychange', runOnceSeen);
    else run();
  }, delayMs);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', runOnceSeen);
  };
}
