import * as v from 'valibot';
import { personSchema } from '../../contract/profile/views';
import { systemClock } from '../../platform/clock';
import { type Sealer, openSealer } from '../../platform/seal';
import type { Visit } from '../define';
import { Refusal } from '../refusal';

/** How long what was read as the user is believed, in milliseconds: as long as a call takes, and a look at the page. */
const VALID_MS = 15 * 60 * 1000;

/** What every statement says: who read which issue, and when (milliseconds since 1970). It holds for nobody else. */
const seen = { accountId: v.string(), issueKey: v.string(), readAt: v.number() };

/** That a customer is a person of the issue, with what the customer is in. Its purpose keeps it from being taken for a pass. */
const proofSchema = v.object({
  ...seen,
  purpose: v.literal('rest'),
  personId: v.string(),
  isCustomer: v.boolean(),
  organizationIds: v.array(v.string()),
});
/** That a person is of the issue. */
const passSchema = v.object({ ...seen, purpose: v.literal('person'), person: personSchema });

export type Proof = v.InferOutput<typeof proofSchema>;
export type Pass = v.InferOutput<typeof passSchema>;

/** Makes and believes the statements of one visit. */
export class Statements {
  static async of({ accountId }: Visit): Promise<Statements> {
    return new Statements(accountId, await openSealer(systemClock));
  }

  private constructor(
    private readonly accountId: string,
    private readonly sealer: Sealer,
  ) {}

  proof(said: Omit<Proof, 'accountId' | 'purpose'>): string {
    return this.seal({ ...said, accountId: this.accountId, purpose: 'rest' });
  }

  pass(said: Omit<Pass, 'accountId' | 'purpose'>): string {
    return this.seal({ ...said, accountId: this.accountId, purpose: 'person' });
  }

  /** One statement can be made of another: none outlives the reading of the issue by more than the first did. */
  private seal(statement: Proof | Pass): string {
    return this.sealer.seal(statement, statement.readAt + VALID_MS - systemClock.now());
  }

  /** @throws Refusal INVALID for what was not made for this visitor, CONFLICT for what is too old */
  readProof = (sealed: string): Proof => this.read(sealed, proofSchema);
  /** @throws Refusal as `readProof` does */
  readPass = (sealed: string): Pass => this.read(sealed, passSchema);

  private read<T extends { accountId: string }>(sealed: string, schema: v.GenericSchema<unknown, T>): T {
    const opened = this.sealer.open(sealed, schema);
    if (opened.ok && opened.statement.accountId === this.accountId) return opened.statement;
    if (!opened.ok && opened.problem === 'expired') {
      throw new Refusal('CONFLICT', 'The profile was opened too long ago.', 'Reload it.');
    }
    throw new Refusal('INVALID', 'The app didn’t open this profile for you.', 'Reload the page.');
  }
}
