import { judge } from '../../../src/domain/jobs/judge';

const rows = [['ada@example.com', 'qm:1'], ['bob@example.com'], ['eve@example.com']];
const account = (entityId: string, error?: string) => ({ entityId, operatedOn: 'CUSTOMER_ACCOUNT', error });

describe('joining the failures of a task to the rows of its batch', () => {
  it('counts a row of a finished task that no failure names as succeeded', () => {
    const outcomes = judge([account('bob@example.com', 'exists')], rows, true).map((verdict) => verdict?.outcome);
    expect(outcomes).toEqual(['succeeded', 'failed', 'succeeded']);
  });

  it('finds the row by e-mail or by id, whatever the letter case', () => {
    expect(judge([account(' QM:1', 'no')], rows, true)[0]).toEqual({ outcome: 'failed', reason: 'no' });
    expect(judge([account('ADA@Example.com', 'no')], rows, true)[0]).toEqual({ outcome: 'failed', reason: 'no' });
  });

  it('tells what is missing of a row that was written in part', () => {
    const failure = {
      entityId: 'eve@example.com',
      operatedOn: 'DETAIL_FIELD',
      operatedOnIds: ['Region'],
      error: 'not an option',
    };
    expect(judge([failure], rows, true)[2]).toEqual({
      outcome: 'partly',
      reason: 'Detail field Region: not an option',
    });
  });

  it('counts a row as failed when its account failed, whatever else is said of it', () => {
    const detail = { entityId: 'eve@example.com', operatedOn: 'DETAIL_FIELD', error: 'x' };
    expect(judge([detail, account('eve@example.com', 'no account')], rows, true)[2]).toEqual({
      outcome: 'failed',
      reason: 'no account',
    });
  });

  it('leaves every silent row open when a failure names none of the rows', () => {
    const judgement = judge([account('who@example.com', 'x'), account('bob@example.com', 'y')], rows, true);
    expect(judgement.map((verdict) => verdict?.outcome ?? null)).toEqual([null, 'failed', null]);
  });

  it('leaves silent rows open when the task did not finish', () => {
    expect(judge([], rows, false)).toEqual([null, null, null]);
  });

  it('does not call a row written in part when its task broke off', () => {
    const failure = { entityId: 'eve@example.com', operatedOn: 'DETAIL_FIELD', operatedOnIds: ['Region'], error: 'no' };
    const verdict = judge([failure, account('bob@example.com', 'y')], rows, false);
    expect(verdict.map((one) => one?.outcome ?? null)).toEqual([null, 'failed', 'unconfirmed']);
    expect(verdict[2]?.reason).toMatch(/^Detail field Region: no .*interrupted/);
  });

  it('gives each of two rows with the same key the failure', () => {
    const judgement = judge([account('bob@example.com', 'x')], [['bob@example.com'], ['bob@example.com']], true);
    expect(judgement.map((verdict) => verdict?.outcome)).toEqual(['failed', 'failed']);
  });
});
