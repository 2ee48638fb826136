import { view } from '@forge/bridge';
import { useEffect } from 'react';

/** The title of the app in manifest.yml. */
const APP = 'CSM Console';

/** Names the window, and so the tab and the entry of the browser's history, after the page. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    // Where the product keeps its title, the page is as good without.
    view.changeWindowTitle(`${title} – ${APP}`).catch(() => undefined);
  }, [title]);
}
