import { view } from '@forge/bridge';
import { startFrame } from './src/start';
import { element } from './src/view/dom';
import { dropZone } from './src/view/drop-zone';
import { columnCount, fileCard } from './src/view/file-card';
import { othersLeft, takeGivenFiles } from './src/view/given-files';

const worker = new Worker('./worker.js');
const content = element('main');
const live = element('p', { class: 'live', role: 'status', 'aria-live': 'polite' });
const note = element('p', { class: 'note', role: 'status' });
document.body.append(note, content, live);

/** Shows the file, or the drop zone with what kept the last file out. The focus goes to what replaced the used button. */
function show(file: Parameters<typeof fileCard>[0] | null, refusal?: string): void {
  if (!file && refusal === undefined) note.textContent = '';
  const focused = content.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const error = refusal === undefined ? [] : [element('p', { class: 'error', role: 'alert' }, refusal)];
  content.replaceChildren(
    ...error,
    file
      ? fileCard(file, {
          letGo: () => {
            frame.reset();
            report({ type: 'ready' });
          },
          read: (reading) => frame.read(reading),
        })
      : dropZone(take),
  );
  if (focused !== undefined) content.querySelector<HTMLElement>(focusedNext(focused))?.focus();
  live.textContent = file ? `${file.name}: ${columnCount(file)}.` : '';
}

/** What is focused once the content is another: the same choice where it is there again. */
const focusedNext = (id: string): string =>
  id !== '' && content.querySelector(`#${CSS.escape(id)}`) ? `#${CSS.escape(id)}` : '#another, #choose';

function take(file: Blob, name: string, others = 0): void {
  note.textContent = othersLeft(name, others);
  frame.open(file, name);
}

const { frame, report, settle, heard, listen } = startFrame((numbered) => worker.postMessage(numbered), show);

worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard(data));
worker.addEventListener('error', ({ message }) => settle(frame.fail(new Error(message))));
takeGivenFiles(document, { take, takesText: () => !frame.holdsFile });
// Whoever closes the tab or reloads it is asked first. A browser asks only for a frame in which something was clicked, and
// nobody is asked by a product that takes the frame away: what leads through the console's pages, the wizard asks itself.
window.addEventListener('beforeunload', (event) => {
  if (frame.holdsFile) event.preventDefault();
});
show(null);
settle(view.theme.enable());
settle(listen());
