import type { FrameCommand, FrameReport } from '../../../src/contract/file-frame';
import { type FrameState, frameReducer, noFrame } from '../../../src/ui/admin/imports/frame/frame-state';
import { aFile, aMappedImport, someFields } from './import-builder';
import { setupOf } from '../../../src/ui/admin/imports/wizard/wizard-state';

const hears = (state: FrameState, report: FrameReport) => frameReducer(state, { from: 'frame', report });
const says = (state: FrameState, command: FrameCommand) => frameReducer(state, { from: 'page', command });

const summary = { rows: 1, ready: 1, leftOut: 0, problems: [], problemCount: 0, groups: [] };
const withFile = hears(noFrame, { type: 'file', file: aFile() });
const checked = hears(withFile, { type: 'checked', summary });

describe('what the page knows of the file frame', () => {
  it('forgets the check when another file is chosen', () => {
    expect(hears(checked, { type: 'file', file: aFile({ name: 'other.csv' }) }).summary).toBeNull();
  });

  it('forgets the file when the frame starts anew', () => {
    expect(hears(checked, { type: 'ready' })).toMatchObject({ isReady: true, file: null, summary: null });
  });

  it('forgets the last check when a new one begins', () => {
    const checking = says(checked, { type: 'check', setup: setupOf(aMappedImport(), someFields) });
    expect(checking).toMatchObject({ summary: null, activity: { doing: 'checking' } });
  });

  it('goes on from no check whose remedies are not those of the page', () => {
    const setup = setupOf(aMappedImport(), someFields);
    const again = says(checked, { type: 'remedy', setup });
    expect(again).toMatchObject({ summary, isRechecking: true });
    expect(hears(again, { type: 'checked', summary })).toMatchObject({ summary, isRechecking: false });
    const failed = hears(again, { type: 'failed', message: 'No connection.', needsFile: false });
    expect(failed).toMatchObject({ summary: null, isRechecking: false });
    expect(failed.failure?.title).toBe('The check was interrupted');
    expect(hears(again, { type: 'stopped' })).toMatchObject({ summary: null, isRechecking: false });
    // Undoing the remedy is what helps.
    const refused = hears(again, { type: 'failed', message: 'Too many names.', needsFile: true });
    expect(refused).toMatchObject({ summary, isRechecking: false });
  });

  it('keeps the check when sending breaks off, so that it can be sent again', () => {
    const broken = hears(says(checked, { type: 'send', name: 'x' }), {
      type: 'failed',
      message: 'No connection.',
      needsFile: false,
    });
    const failure = { title: 'The import didn’t start', message: 'No connection.', advice: null, needsFile: false };
    expect(broken).toMatchObject({ summary, activity: null, failure });
  });

  it('says that sending waits for a site that asks to slow down, until it goes on', () => {
    const slowed = hears(says(checked, { type: 'send', name: 'x' }), { type: 'slowed', isWaiting: true });
    expect(slowed.isSlowed).toBe(true);
    expect(hears(slowed, { type: 'sending', rows: 1, fraction: 0.5 }).isSlowed).toBe(true);
    expect(hears(slowed, { type: 'slowed', isWaiting: false }).isSlowed).toBe(false);
    expect(says(slowed, { type: 'send', name: 'x' }).isSlowed).toBe(false);
  });

  it('says of a failure what broke off, at whichever step it is seen', () => {
    const fails = (state: FrameState) =>
      hears(state, { type: 'failed', message: 'No connection.', needsFile: false }).failure?.title;
    expect(fails(says(withFile, { type: 'check', setup: setupOf(aMappedImport(), someFields) }))).toBe(
      'The check was interrupted',
    );
    expect(fails(says(checked, { type: 'download-problems' }))).toBe('The download was interrupted');
    expect(fails(says(checked, { type: 'send', name: 'x' }))).toBe('The import didn’t start');
  });

  it('says why a file was refused, and has none then', () => {
    expect(hears(checked, { type: 'refused', message: 'Empty.' })).toMatchObject({ refusal: 'Empty.', file: null });
  });
});
