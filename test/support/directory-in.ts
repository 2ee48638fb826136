import type { DirectoryStatus } from '../../src/contract/directory';
import { type ImportSite, MINUTE_MS } from './import-site';

/** The directory of a site that imports run on, as its administrator sees it. */
export function directoryIn({ sandbox, ada }: ImportSite) {
  const status = (): Promise<DirectoryStatus> => sandbox.settle(ada.call('directory.status', {}));
  /** Lets time pass until no reading is under way. */
  const ended = async (): Promise<DirectoryStatus> => {
    for (;;) {
      const now = await status();
      if (now.scan === null) return now;
      await sandbox.run(MINUTE_MS);
    }
  };
  return {
    status,
    ended,
    /** Presses the button, a minute after what was done before, and waits for the end. */
    async read(): Promise<DirectoryStatus> {
      await sandbox.run(MINUTE_MS);
      await sandbox.settle(ada.call('directory.read', {}));
      return ended();
    },
  };
}
