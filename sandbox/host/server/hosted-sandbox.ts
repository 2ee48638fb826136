/** A call of a resolver or of the product, as a page of the app makes it. */
export interface PageCall {
  accountId: string;
  moduleKey: string;
}

export interface ProductAnswer {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

export interface HostedUser {
  accountId: string;
  displayName: string;
  /** What the person may do, in a word. */
  role: string;
}

/** What the host needs of the emulated site and platform. */
export interface HostedSandbox {
  users(): readonly HostedUser[];
  now(): number;
  /** Runs the resolver of a module. Rejects with what the bridge would reject with. */
  invoke(call: PageCall & { functionKey: string; payload: unknown }): Promise<unknown>;
  /** A product call as the user of the page, with the scopes of the manifest. */
  product(
    call: PageCall & { method: string; path: string; headers: Record<string, string>; body: string | null },
  ): Promise<ProductAnswer>;
  /** A call of the site's API over plain HTTP. */
  site(request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | null;
  }): Promise<ProductAnswer>;
}
