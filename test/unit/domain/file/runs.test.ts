import type { FromWorker } from '../../../../static/file-frame/src/messages';
import { type Numbered, Runs } from '../../../../static/file-frame/src/runs';
import { checked, setup } from '../../../support/file-frame';

function aLine() {
  const posted: Numbered[] = [];
  const heard: FromWorker[] = [];
  const line = new Runs(
    (one) => posted.push(one),
    (message) => heard.push(message),
  );
  /** The worker says something in the run of what it was told as the so many-th. */
  const says = (at: number, message: FromWorker) => line.heard({ run: posted[at]?.run, message });
  return { line, posted, heard, says };
}

describe('what the worker says', () => {
  it('of something that was broken off meanwhile is not heard: the result of one remedy is none of the next', () => {
    const { line, heard, says } = aLine();
    line.work({ type: 'remedy', setup });
    line.work({ type: 'remedy', setup });
    says(0, checked);
    says(0, { type: 'find', entity: 'organization', names: ['Acme'] });
    expect(heard).toEqual([]);
    says(1, checked);
    expect(heard.map(({ type }) => type)).toEqual(['checked']);
  });

  it('is heard after it was answered and asked for cells, and so are cells whenever they come', () => {
    const { line, heard, says } = aLine();
    const group = { column: 'Region', message: 'Not an option.' };
    line.work({ type: 'check', setup });
    line.work({ type: 'found', matches: [] });
    line.work({ type: 'list-cells', group });
    says(0, checked);
    line.work({ type: 'remedy', setup });
    says(2, { type: 'cells', group, rows: [] });
    expect(heard.map(({ type }) => type)).toEqual(['checked', 'cells']);
  });
});
