import { randomBytes } from 'node:crypto';
import { accountOf } from '../../../src/domain/jobs/account';
import { packAccount } from '../../../src/jobs/store/ledger';

/** Bytes of a stored value at the most. Forge, key-value store limits. */
const MAX_VALUE_BYTES = 240 * 1024;
const facts = { taskId: 'task', sentAt: 0, settledAt: 0, polls: 1 };

describe('the account of a batch', () => {
  it('fits a stored value with the longest reasons and ids', () => {
    const verdicts = Array.from({ length: 100 }, () => ({
      outcome: 'partly' as const,
      reason: '“'.repeat(9_000),
      id: randomBytes(64).toString('hex'),
    }));
    const account = accountOf(verdicts, facts);
    expect(account.known).toHaveLength(100);
    expect(Buffer.byteLength(JSON.stringify(packAccount(account)))).toBeLessThan(MAX_VALUE_BYTES);
  });

  it('takes some 40 bytes of ids a row', () => {
    const uuid = () => randomBytes(16).toString('hex');
    const site = uuid();
    const verdicts = Array.from({ length: 100 }, () => ({
      outcome: 'succeeded' as const,
      reason: '',
      id: `qm:${site}:${uuid()}`,
    }));
    expect(JSON.stringify(packAccount(accountOf(verdicts, facts))).length).toBeLessThan(4_000);
  });

  it('keeps no id that is none of a site’s', () => {
    const ids = ['', 'x'.repeat(129), 'with space', 'ключ', 'qm:1:2'];
    const verdicts = ids.map((id) => ({ outcome: 'succeeded' as const, reason: '', id }));
    expect(accountOf(verdicts, facts).known).toEqual([[4, 'qm:1:2', false]]);
  });
});
