/** What rows are called that come without a file. */
export const PASTED = 'Pasted rows';

interface Taking {
  take: (file: Blob, name: string) => void;
  /** Whether pasted text is taken for rows. */
  takesText: () => boolean;
}

/**
 * Takes files that are dropped or pasted, wherever in the frame: a browser goes to a file that nobody takes, and the one
 * that was chosen before would be lost with the page.
 */
export function takeGivenFiles({ body }: Document, { take, takesText }: Taking): void {
  const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
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
    const file = event.dataTransfer?.files[0];
    if (file) take(file, file.name);
  });
  body.addEventListener('paste', ({ clipboardData, target }) => {
    const file = clipboardData?.files[0];
    if (file) take(file, file.name);
    else if (takesText() && !(target instanceof HTMLTextAreaElement)) {
      take(new Blob([clipboardData?.getData('text') ?? '']), PASTED);
    }
  });
}
