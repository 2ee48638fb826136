import type { JobView, UndoCounts } from '../../../src/contract/jobs';
import { entitlements } from '../../../src/domain/kinds/entitlements';
import { products } from '../../../src/domain/kinds/products';
import { confirmationHint } from '../../../src/ui/admin/imports/confirmation';
import { actionsOf, notUndoableWords, undoLabel } from '../../../src/ui/admin/imports/job/job-actions';
import {
  confirmWords,
  hasNothingToUndo,
  noCounts,
  ruleWords,
  undoLines,
} from '../../../src/ui/admin/imports/job/undo-words';
import { relatedLines } from '../../../src/ui/admin/imports/wizard/related-words';
import { planLines } from '../../../src/ui/admin/imports/wizard/words';
import { sendingOf } from '../../../src/ui/admin/imports/wizard/sending';
import { operationOf } from '../../../src/domain/kinds';
import type { ImportKind, KindOperation } from '../../../src/domain/kinds/kind';
import { aJob } from './job-builder';

const granting = aJob({ kind: 'entitlements', operation: 'GRANT' });
const renaming = aJob({ kind: 'products', operation: 'UPDATE' });
const counts = (some: Partial<UndoCounts>): UndoCounts => ({ ...noCounts, ...some });
const NONE_LEFT = 'Nothing is left alone.';
const TAKEN_AS_IT_IS =
  'What is taken away isn’t looked at again: it goes with what someone changes until the undo gets to it.';
const LOOKED_AT_AGAIN =
  'What is put back is looked at once more right before. What someone has changed by then is left alone.';

function operation(kind: ImportKind, id: string): KindOperation {
  const found = operationOf(kind, id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

/** What the wizard says of undoing an import of 3 rows, where what was there is kept or not. */
function lastLines(kind: ImportKind, id: string, keeps: boolean): string {
  const its = operation(kind, id);
  const sending = sendingOf(kind, its, { columns: [], fields: [], rows: 3 }, 'direct');
  return planLines(kind, its, { ready: 3, leftOut: 0 }, sending, null, keeps).slice(3).join(' ');
}

describe('what an undo comes to', () => {
  it('says of entitlements that they are revoked, and granted again under new IDs', () => {
    expect(undoLines(granting, counts({ revoke: 2 }))).toEqual([
      '2 entitlements that the import granted are revoked.',
      TAKEN_AS_IT_IS,
      NONE_LEFT,
    ]);
    expect(undoLines(granting, counts({ grant: 1 }))).toEqual([
      '1 entitlement that the import revoked is granted again with the values it had. Its ID is new.',
      NONE_LEFT,
    ]);
    expect(undoLines(granting, counts({ grant: 2, back: 1 }))).toEqual([
      '1 entitlement gets back the values it had.',
      '2 entitlements that the import revoked are granted again with the values they had. Their IDs are new.',
      LOOKED_AT_AGAIN,
      NONE_LEFT,
    ]);
    expect(hasNothingToUndo(counts({ grant: 1 }))).toBe(false);
  });

  it('says of products that they get their names back', () => {
    expect(undoLines(renaming, counts({ back: 1 }))[0]).toBe('1 product gets back the name it had.');
    expect(undoLines(renaming, counts({ back: 2 }))[0]).toBe('2 products get back the names they had.');
    expect(undoLines(renaming, counts({}))[0]).toBe('No names are put back.');
  });

  it('calls only what stays gone final', () => {
    expect(confirmWords(granting, counts({ revoke: 2 }))).toBe('Type how many entitlements are revoked.');
    expect(confirmWords(aJob(), counts({ remove: 1, revoke: 2 }))).toBe(
      'Type how many customers are deleted and entitlements are revoked, in all. You can’t undo this.',
    );
  });
});

it('an import that a rule started says what the rule does about its undo', () => {
  const words = (id: string) => ruleWords({ ruleId: 'r1', operation: id });
  expect(ruleWords({ ruleId: null, operation: 'GRANT' })).toBeNull();
  expect(words('GRANT')).toContain('its next run grants the product again');
  expect(words('UPDATE')).toContain('its next run changes the values again');
  expect(words('REVOKE')).toContain('no longer the rule’s');
});

it('an import of which some was left alone offers the rest alone', () => {
  const offered = (undo: JobView['undo']) => {
    const job = aJob({ state: 'finished', undo });
    return actionsOf(job).includes('undo') ? undoLabel(job) : null;
  };
  expect(offered('yes')).toBe('Undo import');
  expect(offered('rest')).toBe('Undo the rest');
  expect(offered('undone')).toBeNull();
});

it('an import that can’t be undone says why', () => {
  const words = (id: string) => notUndoableWords(aJob({ kind: 'products', operation: id, undo: 'kind' }));
  expect(words('CREATE')).toBe('Products that an import creates stay: your site doesn’t tell who is entitled to one.');
  expect(words('DELETE')).toBe('Deleted products can’t come back: nothing tells who was entitled to them.');
  expect(notUndoableWords({ ...granting, undo: 'not-kept' })).toMatch(/didn’t keep what was there/);
  expect(notUndoableWords({ ...granting, undo: 'yes' })).toBeNull();
});

describe('what the wizard says of undoing', () => {
  it('is that what is revoked can be granted again, where what was there is kept', () => {
    expect(lastLines(entitlements, 'REVOKE', true)).toContain('Undoing it grants the products again');
    expect(lastLines(entitlements, 'GRANT', true)).toContain('so that you can undo it');
    const revoke = operation(entitlements, 'REVOKE');
    expect(confirmationHint(entitlements, revoke, true)).toBe('Type how many entitlements there are.');
    expect(confirmationHint(entitlements, revoke, false)).toMatch(/^You can’t undo this\./);
  });

  it('is of products that renaming can be undone, and creating and deleting cannot', () => {
    expect(lastLines(products, 'UPDATE', true)).toContain('so that you can undo it');
    expect(lastLines(products, 'CREATE', true)).toContain('Products that an import creates stay');
    expect(confirmationHint(products, operation(products, 'DELETE'), true)).toMatch(/^You can’t undo this\./);
  });

  it('is of entitlements beside customers that they come first', () => {
    const related = { organizations: 0, entitlements: 2 };
    const [kept] = relatedLines(related, 'contacts', 'UPSERT', true);
    expect(kept).toContain('It can be undone by itself. Do that first, as undoing the customers’ import leaves');
    const [lost] = relatedLines(related, 'contacts', 'UPSERT', false);
    expect(lost).toContain('It can’t be undone, and undoing the customers’ import leaves');
  });
});
