import type { Site } from '../../sandbox/site';
import type { ResultRow } from '../../src/contract/jobs';
import type { RuleSettings, RuleView } from '../../src/contract/rules';
import { type Console, consoleOf } from '../support/console';
import { goldSupport } from '../support/rule-site';
import type { VirtualSandbox } from '../support/sandbox';
import { asked } from './asked';
import { resultsOf } from './done';
import { type LivedThrough, calm, liveThrough, setRights, storm } from './live-through';
import { Hands } from './rule-hands';
import { checkRuleEnd, checkRuleMoment, memoryOf } from './rule-invariants';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The longest that a rule may take to have all as it wants it, in fair weather, while nobody changes anything. */
const PATIENCE_MS = 3 * 24 * HOUR_MS;

/**
 * Days of an entitlement rule in bad weather: customers and organizations change, people grant and revoke by hand, the
 * schedule fires twice or not at all, the owner loses the right, somebody pauses the rule or changes it. It never touches
 * what others have granted, and in fair weather everyone whom it covers is entitled in the end, and nobody else by it.
 */
export const simulateRule = (seed: number): Promise<LivedThrough> =>
  liveThrough(seed, async (sandbox, random, weather) => {
    const days = new Days(sandbox, random);
    await days.setUp();
    storm(sandbox, weather, random);
    sandbox.platform.faults.scheduler.missRate = random() < 0.4 ? random() * 0.6 : 0;
    const hours = 3 + Math.floor(random() * 10);
    for (let hour = 0; hour < hours; hour += 1) await days.pass();
    return days.end();
  });

class Days {
  readonly #console: Console;
  readonly #hands: Hands;
  readonly #broken = new Set<string>();
  /** The jobs of the rule that grant. */
  readonly #jobs = new Set<string>();
  #settings: RuleSettings = goldSupport;
  #ruleId = '';

  constructor(
    readonly sandbox: VirtualSandbox<Site>,
    readonly random: () => number,
  ) {
    this.#console = consoleOf(sandbox.platform);
    this.#hands = new Hands(sandbox.site.state(), random);
  }

  async setUp(): Promise<void> {
    this.#hands.furnish();
    this.#settings = {
      ...goldSupport,
      ...this.#drawn(),
      countsInherited: this.random() < 0.5,
      revokes: this.random() < 0.8,
      limits: { percent: this.random() < 0.5 ? 60 : 100, rows: 1_000 },
    };
    const request = { settings: this.#settings };
    this.#ruleId = (await this.sandbox.settle(this.#console.call('rules.create', request))).rule.id;
  }

  /** An hour or so: people change things before the run and during it, and some of them are in the rule's way. */
  async pass(): Promise<void> {
    this.#hands.work();
    if (this.random() < 0.1) await this.#ask('rules.pause');
    if (this.random() < 0.1) await this.#change();
    if (this.random() < 0.1) await this.#withoutRights();
    const until = this.sandbox.clock.now() + (20 + this.random() * 80) * MINUTE_MS;
    while (this.sandbox.clock.now() < until) {
      await this.sandbox.run(this.random() * 15 * MINUTE_MS);
      if (this.random() < 0.4) this.#hands.work();
      await this.#tend();
    }
  }

  /** Lets the rule run in fair weather until it finds nothing to do, and looks at what it has come to. */
  async end(): Promise<string[]> {
    calm(this.sandbox);
    const { clock } = this.sandbox;
    const start = clock.now();
    for (;;) {
      const rule = await this.#tend();
      const [last] = rule?.runs ?? [];
      if (rule?.run === null && rule.mode === 'on' && last?.outcome === 'nothing' && last.at > start) {
        return [...this.#broken, ...checkRuleEnd(await this.#found(rule))];
      }
      if (clock.now() - start > PATIENCE_MS)
        return [...this.#broken, `the rule has not come to rest: ${JSON.stringify(rule)}`];
      await this.sandbox.run(10 * MINUTE_MS);
    }
  }

  async #found(rule: RuleView) {
    const grants: ResultRow[] = [];
    for (const jobId of this.#jobs) {
      const { operation } = await this.sandbox.settle(this.#console.job(jobId));
      if (operation === 'GRANT') grants.push(...(await resultsOf(this.sandbox, this.#console, jobId)));
    }
    const memory = memoryOf(this.sandbox, this.#ruleId);
    return { state: this.sandbox.site.state(), hands: this.#hands, rule, memory, grants };
  }

  #drawn(): Pick<RuleSettings, 'condition' | 'values'> {
    return {
      condition: { field: 'Tier', values: this.random() < 0.8 ? ['Gold'] : ['Gold', 'Silver'] },
      values: [{ name: 'Seats', values: [this.random() < 0.5 ? '10' : '20'] }],
    };
  }

  /** Somebody changes what the rule does: it is off until they have switched it on again. */
  async #change(): Promise<void> {
    const settings = { ...this.#settings, ...this.#drawn() };
    const request = { ruleId: this.#ruleId, settings };
    const saved = await asked(this.sandbox, () => this.#console.call('rules.save', request));
    if (saved !== null) this.#settings = settings;
  }

  async #withoutRights(): Promise<void> {
    setRights(this.sandbox, false);
    await this.sandbox.run(this.random() * 90 * MINUTE_MS);
    setRights(this.sandbox, true);
  }

  async #ask(resolver: 'rules.pause' | 'rules.switchOn' | 'rules.preview' | 'rules.takeOver'): Promise<void> {
    await asked(this.sandbox, () => this.#console.call(resolver, { ruleId: this.#ruleId }));
  }

  /** Looks at the rule, and does what an administrator would do. */
  async #tend(): Promise<RuleView | null> {
    const memory = memoryOf(this.sandbox, this.#ruleId);
    for (const line of checkRuleMoment(this.sandbox.site.state(), this.#hands, memory)) this.#broken.add(line);
    const { rule } = (await asked(this.sandbox, () => this.#console.call('rules.get', { ruleId: this.#ruleId }))) ?? {};
    if (rule === undefined) return null;
    const { run } = rule;
    for (const { jobs } of rule.runs) for (const jobId of jobs) this.#jobs.add(jobId);
    if (rule.parked !== null) await this.#ask('rules.takeOver');
    if (run === null && !rule.isPreviewed) await this.#ask('rules.preview');
    if (run === null && rule.isPreviewed && rule.mode !== 'on') await this.#ask('rules.switchOn');
    if (run?.phase === 'approval') {
      const decision = this.random() < 0.8 ? 'rules.approve' : 'rules.refuse';
      await asked(this.sandbox, () => this.#console.call(decision, { ruleId: this.#ruleId, no: run.no }));
    }
    for (const jobId of run?.jobs ?? []) {
      const job = await asked(this.sandbox, () => this.#console.job(jobId));
      if (job?.state === 'needs-attention')
        await asked(this.sandbox, () => this.#console.call('jobs.continue', { jobId }));
    }
    return rule;
  }
}
