/**
 * What Forge allows. Each number as the vendor's pages give it (developer.atlassian.com/platform/forge/<page>), or as
 * the vendor's package enforces it. KB is 1,024 bytes, as @forge/events counts it.
 */
export const KB = 1024;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Run time of a function that a user waits for. Page: limits-invocation. */
export const RESOLVER_TIMEOUT_MS = 25_000;
/** Run time of a consumer or scheduled function without `timeoutSeconds`. Page: limits-invocation. */
export const BACKGROUND_TIMEOUT_MS = 55_000;
/** Run time of a web trigger, whatever its function declares. Page: limits-invocation. */
export const WEB_TRIGGER_TIMEOUT_MS = 55_000;
/** The largest `timeoutSeconds`. Source: @forge/manifest 13.7, function module. */
export const MAX_TIMEOUT_SECONDS = 900;
/** Memory of a function without `memoryMB`. Source: @forge/manifest 13.7, app.runtime. */
export const DEFAULT_MEMORY_MB = 512;
/** Log lines for each minute of run time. Page: limits-invocation. */
export const LOG_LINES_PER_MINUTE = 100;

/** What a page may send with one invoke, and get back. Page: limits-invocation. */
export const FRONT_END_REQUEST_BYTES = 500 * KB;
export const FRONT_END_RESPONSE_BYTES = 5 * KB * KB;
/**
 * A request to a web trigger with its headers, query and all else that a function gets of it (page: events-reference/
 * web-trigger). The page on limits gives 5 MB for an invocation and 500 KB for a page's: the smaller is taken.
 */
export const WEB_TRIGGER_REQUEST_BYTES = 500 * KB;
/** Outputs of a static web trigger and their bodies. Source: @forge/manifest 13.7, webtrigger module. */
export const WEB_TRIGGER_OUTPUTS = 20;
export const WEB_TRIGGER_OUTPUT_CHARS = 1024;
/** How often a URL of a web trigger can be asked for. Page: limits-web-trigger, "Create". */
export const WEB_TRIGGER_URLS_PER_MINUTE = 500;
/** Scheduled triggers of an app. Page: manifest-reference/modules/scheduled-trigger. */
export const SCHEDULED_TRIGGERS = 5;

/** Bridge calls of one page in a window. Source: @forge/bridge 7.2, its own limiter of `invoke`. */
export const INVOKES_PER_WINDOW = 500;
export const INVOKE_WINDOW_MS = 25_000;

/** Events of one push, their size together, their delay. Source: @forge/events 3.0, validators; page: limits-async-events. */
export const PUSH_EVENTS = 50;
export const PUSH_BYTES = 200 * KB;
export const MAX_DELAY_SECONDS = 900;
/** Size of one event for a function with a timeout over 55 s. Page: limits-async-events. */
export const LONG_RUNNING_EVENT_BYTES = 100 * KB;
/** Events pushed in a minute by one installation. Page: limits-async-events. */
export const PUSHED_EVENTS_PER_MINUTE = 500;
/** Pushes that descend from one first invocation. Page: limits-async-events, "cyclic invocation limit". */
export const PUSHES_PER_CHAIN = 1_000;
/** Size of what a consumer hands to its own retry. Page: limits-async-events. */
export const RETRY_DATA_BYTES = 4 * KB;
/** How long an event is redelivered. Page: async-events-api. */
export const RETENTION_MS = DAY_MS;
/** The longest `retryAfter` that is honoured, in seconds. Page: async-events-api. */
export const MAX_RETRY_AFTER_SECONDS = 900;

/** Keys of the key-value store. Page: limits-kvs-ce. */
export const KEY_CHARS = 500;
export const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
/** A persisted value as JSON, and how deep it may nest. Page: limits-kvs-ce. */
export const VALUE_BYTES = 240 * KB;
export const VALUE_DEPTH = 31;
/** A secret as JSON. Page: storage-reference/kvs-api-secret; the page on limits has no number of its own for it. */
export const SECRET_BYTES = 128 * KB;
/** Operations and payload of one transaction or batch. Pages: storage-reference/transactions, limits-kvs-ce. */
export const BULK_OPERATIONS = 25;
export const BULK_BYTES = 4 * KB * KB;
/** Page size of a query. Page: storage-reference/kvs-query. */
export const QUERY_DEFAULT = 10;
export const QUERY_MOST = 100;
/** Requests a second; reads and writes a minute, each in units of 10 KB, rounded up. Page: limits-kvs-ce. */
export const KVS_REQUESTS_PER_SECOND = 1_000;
export const KVS_UNIT_BYTES = 10 * KB;
export const KVS_UNITS_PER_MINUTE = 4_000;
/** What may be written to one key in a second. Page: limits-kvs-ce. */
export const KEY_BYTES_PER_SECOND = KB * KB;
/** The longest time to live. Page: storage-reference/kvs, set options. */
export const MAX_TTL_MS = 365 * DAY_MS;
