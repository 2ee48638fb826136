/** What rows are called that come without a file. */
export const PASTED = 'Pasted rows';

interface Taking {
  /** `others` counts the files that were given together with this one. */
  take: (file: Blob, name: string, others: number) => void;
  /** Whether pasted text is taken for rows. */
  takesText: () => boolean;
}

/** What is said of files that were given together with the one that was taken; empty where there were none. */
export function othersLeft(name: string, others: number): string {
  if (others === 0) return '';
  return `Only one file at a time. Using ${name}, ignoring ${others} ${others === 1 ? 'other' : 'others'}.`;
}

/**
 * Takes files that are dropped or pasted, wherever in the frame: a browser goes to a file that nobody takes, and the one
 * that was chosen before would be lost with the page.
 */
export function takeGivenFiles({ body }: Document, { take, takesText }: Taking): void {
  const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  const takeFirst = (files: FileList | undefined): boolean => {
    const [file, ...others] = files ?? [];
    if (file) take(file, file.name, others.length);
    return file !== undefined;
  };
  body.addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    body.classList.add('over');
  });
  body.addEventListener('dragleave', () => body.classList.remove('over'));
  body.addEventListener('drop', (event) => {
    body.classList.remove('over');
    if (!holdsFile(event)) return;
    event.preventDefault();
    takeFirst(event.dataTransfer?.files);
  });
  body.addEventListener('paste', ({ clipboardData, target }) => {
    if (takeFirst(clipboardData?.files) || !takesText() || target instanceof HTMLTextAreaElement) return;
    take(new Blob([clipboardData?.getData('text') ?? '']), PASTED, 0);
  });
}
