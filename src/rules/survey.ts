import { MAX_COVERED } from '../contract/rules';
import { definitionsOf } from '../csm/definitions';
import { fillableFields } from '../csm/fillable-fields';
import { decideLeaver, decideMember } from '../domain/rules/decide';
import { type Decision, type Found, byCustomer } from '../domain/rules/found';
import type { Rule, RuleReading, RuleRun, RunningRule } from '../domain/rules/rule';
import { HeldRun } from './held';
import { packFound, readFound, readGranted } from './packed';
import { valueProblem } from './plan';
import {
  PROFILES_PER_FETCH,
  type SeenCustomer,
  isGone,
  matchesOf,
  readCustomers,
  readMembers,
  readOrganizations,
} from './read-site';
import type { RuleSite } from './site';
import { changeRule, keys } from './store';

/** Customers, and steps of at most three calls, after which what was decided is committed: a lost process costs so much. */
const CUSTOMERS_PER_CHUNK = 1_000;
const STEPS_PER_CHUNK = 25;
/** No step is begun with less time left, in milliseconds. */
const STEP_MS = 60_000;
/** Characters of a name that are kept. */
const NAME_CHARS = 100;

/** Whether a rule is still at the run that is being worked on, and as far as it was. */
const isAt = (rule: Rule, { no, phase, reading }: RuleRun): rule is RunningRule =>
  rule.run?.no === no && rule.run.phase === phase && rule.run.reading.chunks === reading.chunks;

/**
 * Reads on where a run has got to, and commits what it decides, until all is read. False where there is more to read and no
 * time left, or the run was stopped. Throws HeldRun, and SiteError once what was decided before it is committed.
 */
export async function survey(rule: RunningRule, site: RuleSite): Promise<boolean> {
  let now = rule;
  if (now.run.reading.chunks === 0) await checkRule(rule, site);
  const reader = new Reader(rule, site, await readGranted(rule));
  while (!now.run.reading.isRead) {
    if (site.timeLeft() < STEP_MS) return false;
    const after = await readChunk(now, reader, site);
    if (after === null) return false;
    now = after;
  }
  return true;
}

/** Reads until a stored value is full; null where somebody else has changed the run meanwhile. */
async function readChunk(rule: RunningRule, reader: Reader, site: RuleSite): Promise<RunningRule | null> {
  const { run } = rule;
  const found: Found[] = [];
  let [at, failure] = [run.reading, null as Error | null];
  for (let step = 0; step < STEPS_PER_CHUNK && found.length < CUSTOMERS_PER_CHUNK && !at.isRead; step += 1) {
    if (site.timeLeft() < STEP_MS) break;
    try {
      at = await reader.step(at, found);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      break;
    }
  }
  if (at === run.reading) {
    if (failure === null) return null;
    throw failure;
  }
  const reading = { ...at, chunks: run.reading.chunks + 1 };
  const after = await changeRule(
    rule.id,
    (now) => (isAt(now, run) ? { ...now, run: { ...now.run, reading, tries: 0 } } : null),
    new Map([[keys.found(rule.id, run.reading.chunks), packFound(found)]]),
  );
  if (failure !== null) throw failure;
  return after.run?.no === run.no && after.run.reading.chunks === reading.chunks ? { ...after, run: after.run } : null;
}

/** What the rule names has to be there: a field that was deleted would match nothing, and all would be revoked. */
async function checkRule(rule: Rule, { csm }: RuleSite): Promise<void> {
  const { field } = rule.condition;
  const fields = await definitionsOf.organization.list(csm);
  if (!fields.some(({ name }) => name === field))
    throw new HeldRun(`Organizations on your site have no detail field “${field}”. Edit the rule.`);
  const problem = valueProblem(rule, await fillableFields(csm, 'entitlement'));
  if (problem !== null) throw new HeldRun(`${problem} Edit the rule.`);
}

/** Reads a site step by step. Each step follows from how far the run has read, and from nothing that is only in memory. */
class Reader {
  /** Whether organizations match, as far as they were asked for here. */
  readonly #matching = new Map<string, boolean>();
  #leavers: string[] | null = null;

  constructor(
    private readonly rule: RunningRule,
    private readonly site: RuleSite,
    private readonly granted: ReadonlyMap<string, string>,
  ) {}

  step(at: RuleReading, found: Found[]): Promise<RuleReading> {
    const [pending] = at.pending;
    if (pending !== undefined) return this.#readMembers(at, pending, found);
    return at.isLast ? this.#readLeavers(at, found) : this.#readOrganizations(at);
  }

  async #readOrganizations(at: RuleReading): Promise<RuleReading> {
    const { matching, count, isLast } = await readOrganizations(this.site, this.rule.condition, at.organizations);
    return {
      ...at,
      ...{ organizations: at.organizations + count, isLast, pending: matching },
      matching: at.matching + matching.length,
    };
  }

  async #readMembers(at: RuleReading, organizationId: string, found: Found[]): Promise<RuleReading> {
    const { customers, count, isLast } = await readMembers(this.site, organizationId, at.members);
    if (at.customers + customers.length > MAX_COVERED)
      throw new HeldRun(
        `The rule covers more than ${MAX_COVERED} customers, the maximum. Split it by values of the field.`,
      );
    for (const customer of customers) {
      const decision = decideMember(this.rule, customer.entitlements, this.granted.get(customer.id));
      found.push(foundOf(customer, decision));
    }
    const pending = isLast ? at.pending.slice(1) : at.pending;
    return { ...at, pending, members: isLast ? 0 : at.members + count, customers: at.customers + customers.length };
  }

  async #readLeavers(at: RuleReading, found: Found[]): Promise<RuleReading> {
    // Nothing is decided about them where the rule does not revoke. Those decided on before stay the same within a run.
    this.#leavers ??= this.rule.revokes ? await this.#leaversOf(at, found) : [];
    const some = this.#leavers.slice(at.leavers, at.leavers + PROFILES_PER_FETCH);
    const seen = new Map((await readCustomers(this.site, some)).map((customer) => [customer.id, customer]));
    await this.#askFor([...seen.values()].flatMap(({ organizations }) => organizations ?? []));
    for (const id of some) {
      const granted = this.granted.get(id) ?? '';
      const customer = seen.get(id);
      if (customer === undefined) {
        if (await isGone(this.site, granted)) found.push([id, 'forget', '', '']);
      } else found.push(foundOf(customer, decideLeaver(this.#isOut(customer), customer.entitlements, granted)));
    }
    const leavers = at.leavers + some.length;
    return { ...at, leavers, isRead: leavers >= this.#leavers.length };
  }

  /** Customers whom the rule has granted to and has not met in an organization that matches. */
  async #leaversOf(at: RuleReading, uncommitted: readonly Found[]): Promise<string[]> {
    const committed = await readFound(this.rule.id, at.chunks);
    const decided = byCustomer([...committed, ...uncommitted]);
    const isMember = (id: string): boolean => {
      const [, decision] = decided.get(id) ?? [];
      return decision !== undefined && !ofLeavers.has(decision);
    };
    return [...this.granted.keys()].filter((id) => !isMember(id));
  }

  async #askFor(organizationIds: readonly string[]): Promise<void> {
    const open = [...new Set(organizationIds)].filter((id) => !this.#matching.has(id));
    for (let from = 0; from < open.length; from += PROFILES_PER_FETCH) {
      const found = await matchesOf(this.site, this.rule.condition, open.slice(from, from + PROFILES_PER_FETCH));
      for (const [id, matches] of found) this.#matching.set(id, matches);
    }
  }

  /** Null where one of the customer's organizations cannot be read, or the site does not say which they are in. */
  #isOut({ organizations }: SeenCustomer): boolean | null {
    if (organizations === null) return null;
    const each = organizations.map((id) => this.#matching.get(id));
    if (each.includes(true)) return false;
    return each.includes(undefined) ? null : true;
  }
}

const ofLeavers: ReadonlySet<Decision> = new Set(['revoke', 'stay', 'forget']);
const named: ReadonlySet<Decision> = new Set(['grant', 'change', 'revoke']);

/** Names are kept of those alone for whom something changes. */
const foundOf = ({ id, name, email }: SeenCustomer, decision: Decision): Found =>
  named.has(decision) ? [id, decision, name.slice(0, NAME_CHARS), email] : [id, decision, '', ''];
