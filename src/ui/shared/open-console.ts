import { router } from '@forge/bridge';
import { joinPath } from './path';

/** The key of the admin page in manifest.yml. */
const CONSOLE = 'console';

/** Opens a page of the console, given by the parts of its path, in a tab of its own: what is shown here stays. */
export function openConsole(path: readonly string[]): void {
  void router.open({ target: 'module', moduleKey: CONSOLE, path: joinPath(path).slice(1) });
}
