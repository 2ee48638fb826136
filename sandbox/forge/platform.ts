import { AccountReports } from './account-reports';
import type { Clock } from '../clock';
import { consumerArguments, resolverArguments, scheduleArguments } from './arguments';
import { type CrashPlan, Executor } from './executor';
import { FrontEndLimits, InvokeRefusal, returnedBy } from './front-end';
import { idSource } from './ids';
import type { Chain, Invocation, Outcome, Runner } from './invocation';
import { KvsService } from './kvs/service';
import type { Store } from './kvs/store';
import { type LogLine, Logs } from './logs';
import type { AppFunction, AppManifest, Schedule } from '../manifest';
import { type ProductSite, callProduct } from './product';
import { Delivery } from './queue/delivery';
import { type QueueFaults, type QueuedEvent, noQueueFaults } from './queue/events';
import { QueueService } from './queue/service';
import { describeRuntime } from './runtime-description';
import { type SchedulerFaults, startScheduler } from './scheduler';
import { type PlatformStats, countRun, emptyStats } from './stats';
import {
  type WebTriggerRequest,
  isTooLarge,
  tooLarge,
  unknownUrl,
  webTriggerAnswer,
  webTriggerArguments,
  webTriggerEvent,
} from './web-trigger/call';
import { WebTriggerUrls } from './web-trigger/urls';
import { type ForgeRequest, type ForgeResponse, jsonResponse, proxyRefusal } from './wire';

export interface PlatformOptions {
  manifest: AppManifest;
  clock: Clock;
  site: ProductSite;
  random: () => number;
  runner: Runner;
  /** How far key-value queries lag behind writes. */
  queryLagMs?: number;
  /** How long an expired value is still returned. */
  expiryLagMs?: number;
  /** From a push to its delivery. */
  deliveryLatencyMs?: number;
  crashes?: CrashPlan;
  /** Whether the manifest's schedules fire. */
  schedules?: boolean;
  /** Where the URLs of web triggers begin, without a slash at the end; nobody serves them unless given. */
  origin?: () => string;
}

/** A call of a page to its resolver. */
export interface InvokeRequest {
  /** The user of the session. */
  accountId: string;
  moduleKey: string;
  /** The definition the page asks for, not a function of the manifest. */
  functionKey: string;
  /** The bridge lets a page leave it out. */
  payload?: unknown;
  /** What the browser says about itself; nothing in it is trusted. */
  context: Record<string, unknown>;
  /** Which page counts against the limit of invokes; one for each user by default. */
  pageId?: string;
}

/** Faults may be changed at any time; they hold for what happens from then on. */
export interface PlatformFaults {
  queue: QueueFaults;
  scheduler: SchedulerFaults;
  crashes: CrashPlan;
}

export interface ForgePlatform {
  readonly manifest: AppManifest;
  readonly faults: PlatformFaults;
  readonly store: Store;
  /** What the app has reported of the accounts it keeps, and those that are closed. */
  readonly accountReports: AccountReports;
  readonly logs: readonly LogLine[];
  /** @throws InvokeRefusal */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** A call from anywhere to the URL of a web trigger. Never rejects: whatever goes wrong is a status. */
  callWebTrigger(request: WebTriggerRequest): Promise<ForgeResponse>;
  /** Fires a schedule of the manifest now, besides its interval. */
  fireSchedule(moduleKey: string): Promise<Outcome>;
  /** Kills running invocations, all or of one function of the manifest. Returns how many. */
  kill(functionKey?: string): number;
  /** The invocations that run now. */
  running(): readonly Invocation[];
  /** Events that are delayed or wait for their turn. */
  pendingEvents(): number;
  stats(): PlatformStats;
  close(): Promise<void>;
}

export function createPlatform(options: PlatformOptions): ForgePlatform {
  return new EmulatedPlatform(options);
}

/** The Forge services of one installation of the app. */
class EmulatedPlatform implements ForgePlatform {
  readonly manifest: AppManifest;
  readonly faults: PlatformFaults;
  readonly store: Store;
  readonly accountReports = new AccountReports();
  private readonly counted = emptyStats();
  private readonly logBook = new Logs();
  private readonly newId: () => string;
  private readonly frontEnd: FrontEndLimits;
  private readonly kvs: KvsService;
  private readonly delivery: Delivery;
  private readonly queue: QueueService;
  private readonly webTriggerUrls: WebTriggerUrls;
  private readonly executor: Executor;
  private readonly stopScheduler: () => void;

  constructor(private readonly options: PlatformOptions) {
    const { manifest, clock, random } = options;
    this.manifest = manifest;
    this.faults = { queue: noQueueFaults(), scheduler: { doubleRate: 0, missRate: 0 }, crashes: options.crashes ?? {} };
    this.newId = idSource(random);
    this.frontEnd = new FrontEndLimits(clock);
    const { queryLagMs = 0, expiryLagMs = 0 } = options;
    this.kvs = new KvsService({ clock, entities: manifest.entities, queryLagMs, expiryLagMs });
    this.store = this.kvs.store;
    this.delivery = this.createDelivery();
    this.queue = new QueueService({
      clock,
      consumers: manifest.consumers,
      delivery: this.delivery,
      newId: this.newId,
      onPush: (events) => {
        this.counted.pushes += 1;
        this.counted.pushedEvents += events;
      },
    });
    this.webTriggerUrls = new WebTriggerUrls({
      clock,
      isDeclared: (moduleKey) => manifest.webTriggers.has(moduleKey),
      origin: options.origin ?? (() => 'http://sandbox.invalid'),
    });
    this.executor = this.createExecutor();
    this.stopScheduler = options.schedules === false ? () => undefined : this.startSchedules();
  }

  get logs(): readonly LogLine[] {
    return this.logBook.lines;
  }

  async invoke(request: InvokeRequest): Promise<unknown> {
    const { accountId, moduleKey, functionKey, payload, context, pageId = accountId } = request;
    this.frontEnd.checkRequest(pageId, { functionKey, payload });
    const module = this.manifest.resolvers.get(moduleKey);
    if (!module) throw new InvokeRefusal('UNKNOWN_MODULE', `The module '${moduleKey}' has no resolver.`);
    const outcome = await this.executor.run({
      ...this.fresh(module.function, module.moduleType, moduleKey),
      accountId,
      args: resolverArguments({ accountId, functionKey, payload, context }),
    });
    const value = returnedBy(outcome);
    this.frontEnd.checkResponse(value);
    return value;
  }

  async callWebTrigger(request: WebTriggerRequest): Promise<ForgeResponse> {
    const url = new URL(request.url);
    const called = this.webTriggerUrls.resolve(url);
    const module = this.manifest.webTriggers.get(called?.moduleKey ?? '');
    if (!called || !module) return unknownUrl();
    const event = webTriggerEvent(request, url, called);
    if (isTooLarge(event)) return tooLarge();
    this.counted.webTriggerCalls += 1;
    const outcome = await this.executor.run({
      ...this.fresh(module.function, 'core:webtrigger', module.key),
      args: webTriggerArguments(event),
    });
    return webTriggerAnswer(module, outcome);
  }

  async fireSchedule(moduleKey: string): Promise<Outcome> {
    const schedule = this.manifest.schedules.find(({ key }) => key === moduleKey);
    if (!schedule) throw new Error(`The manifest declares no schedule '${moduleKey}'.`);
    return this.runSchedule(schedule);
  }

  kill(functionKey?: string): number {
    return this.executor.kill(functionKey);
  }

  running(): readonly Invocation[] {
    return this.executor.active();
  }

  pendingEvents(): number {
    return this.delivery.pending();
  }

  stats(): PlatformStats {
    return structuredClone({ ...this.counted, kvs: this.kvs.stats });
  }

  async close(): Promise<void> {
    this.stopScheduler();
    this.delivery.close();
    this.executor.kill();
    await this.options.runner.close();
  }

  private createDelivery(): Delivery {
    const { clock, random, deliveryLatencyMs = 50 } = this.options;
    return new Delivery({
      clock,
      random,
      faults: this.faults.queue,
      latencyMs: deliveryLatencyMs,
      consume: (event) => this.consume(event),
      onRedelivery: () => (this.counted.redeliveries += 1),
    });
  }

  private createExecutor(): Executor {
    const { clock, runner, manifest } = this.options;
    return new Executor({
      clock,
      runner,
      crashes: {
        beforeCall: (site) => this.faults.crashes.beforeCall?.(site) ?? false,
        afterCall: (site) => this.faults.crashes.afterCall?.(site) ?? false,
      },
      describe: (invocation, deadline) => describeRuntime(manifest, invocation, deadline),
      serve: (request, invocation) => this.serve(request, invocation),
      log: (invocation, level, text) => this.logBook.write(invocation, clock.now(), level, text),
      onEnd: (invocation, outcome, runMs) => {
        const { key: functionKey } = invocation.function;
        countRun(this.counted, { functionKey, outcome, runMs, memoryMB: manifest.memoryMB });
        if (outcome.kind === 'threw') this.logBook.write(invocation, clock.now(), 'error', outcome.message);
        else if (outcome.kind !== 'returned') {
          this.logBook.write(invocation, clock.now(), 'error', `The function ended: ${outcome.kind}.`);
        }
      },
    });
  }

  private startSchedules(): () => void {
    const { clock, random, manifest } = this.options;
    return startScheduler({
      clock,
      random,
      schedules: manifest.schedules,
      faults: this.faults.scheduler,
      fire: (schedule) => void this.runSchedule(schedule),
    });
  }

  private runSchedule(schedule: Schedule): Promise<Outcome> {
    this.counted.scheduledRuns += 1;
    return this.executor.run({
      ...this.fresh(schedule.function, 'core:scheduledTrigger', schedule.key),
      args: scheduleArguments(schedule.key),
    });
  }

  private consume(event: QueuedEvent): Promise<Outcome> {
    const consumer = this.manifest.consumers.get(event.queueName);
    if (!consumer) throw new Error(`No consumer reads the queue '${event.queueName}'.`);
    this.counted.deliveries += 1;
    return this.executor.run({
      ...this.fresh(consumer.function, 'core:consumer', consumer.key, event.chain),
      args: consumerArguments(event, this.options.clock.now()),
    });
  }

  private fresh(
    callee: AppFunction,
    moduleType: string,
    moduleKey: string,
    chain: Chain = { pushes: 0 },
  ): Omit<Invocation, 'args'> {
    return { id: this.newId(), function: callee, moduleType, moduleKey, accountId: null, chain };
  }

  /** Routes a call of the app to the service it is for; what Forge has no route for is refused. */
  private async serve(request: ForgeRequest, invocation: Invocation): Promise<ForgeResponse> {
    const { type, remote, provider } = request.options;
    if (type === 'kvs') {
      if (this.manifest.scopes.has('storage:app')) return this.kvs.handle(request);
      return jsonResponse(403, { code: 'FORBIDDEN', message: 'The manifest lacks the scope storage:app.' });
    }
    if (type !== 'fpp') return proxyRefusal(400, 'INVALID_REMOTE');
    if (remote === 'jira') {
      this.counted.apiRequests += 1;
      return callProduct(this.options.site, this.manifest, request, invocation);
    }
    if (remote === 'stargate' && provider === 'app') {
      if (this.queue.handles(request)) return this.queue.handle(request, invocation.chain);
      if (this.webTriggerUrls.handles(request)) return this.webTriggerUrls.handle(request);
      if (this.accountReports.handles(request)) return this.accountReports.handle(request);
    }
    return proxyRefusal(404, 'INVALID_REMOTE');
  }
}
