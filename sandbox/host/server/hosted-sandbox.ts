import { createSandbox, type Sandbox, type SandboxRunner } from '../..';
import { toSiteRequest, type PlainRequest } from '../../csm/http';
import type { Faults } from '../../csm/faults';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../csm/settings';
import { createSite, type Site, type SiteOptions, type SiteResponse } from '../../site';
import { passTime } from '../../forge/pass-time';
import type { InvokeRequest } from '../../forge/platform';

export interface HostedOptions {
  manifestPath: string;
  runner: SandboxRunner;
  content: SiteOptions['content'];
  seed: number;
  faults: Partial<Faults>;
  settings: Partial<SiteSettings>;
}

export interface ProductCall {
  accountId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The emulated site and platform as the host uses them. `reset` puts a new one in its place, as it was at the start. */
export class HostedSandbox {
  private sandbox: Sandbox<Site>;
  private origin = 'http://sandbox.invalid';

  constructor(private readonly options: HostedOptions) {
    this.sandbox = this.create();
  }

  get site(): Site {
    return this.sandbox.site;
  }

  get platform(): Sandbox<Site>['platform'] {
    return this.sandbox.platform;
  }

  get clock(): Sandbox<Site>['clock'] {
    return this.sandbox.clock;
  }

  /** Runs the resolver of a module. Rejects with what the bridge would reject with. */
  invoke(request: InvokeRequest): Promise<unknown> {
    return this.sandbox.platform.invoke(request);
  }

  /** A product call of a page: as its user, with the scopes of the manifest. */
  product({ accountId, ...request }: ProductCall): Promise<SiteResponse> {
    return this.site.handle({ ...request, actor: { accountId }, scopes: this.platform.manifest.scopes });
  }

  plain(request: PlainRequest): Promise<SiteResponse> {
    return this.site.handle(toSiteRequest(request));
  }

  /** Tells where the sandbox is reached by now: the URLs that it gives out begin there. */
  servedAt(origin: string): void {
    this.origin = origin;
  }

  /** Lets the sandbox's time pass, in milliseconds, with all that falls due in it. */
  passTime(ms: number): Promise<void> {
    return passTime(this.clock, this.platform, ms);
  }

  async reset(): Promise<void> {
    const old = this.sandbox;
    this.sandbox = this.create();
    await old.close();
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  private create(): Sandbox<Site> {
    const { manifestPath, runner, seed, content, faults, settings } = this.options;
    return createSandbox({
      manifestPath,
      runner,
      seed,
      platform: { origin: () => this.origin },
      site: (parts) => createSite({ ...parts, content, faults, settings }),
    });
  }
}

/** Milliseconds a row of a bulk task takes at a speed; 2 is twice as fast as usual. */
export const msPerRow = (speed: number): number => DEFAULT_SETTINGS.taskMsPerRow / speed;
