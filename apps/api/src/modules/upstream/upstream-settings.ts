import type { Settings } from '../../core/settings/registry';
import type { EgressSettings } from '../../core/upstream/egress/egress-dispatchers';
import type { UpstreamOptions } from '../../core/upstream/upstream-client';

const CONNECT_TIMEOUT_MS = 10_000;
const VERSION_SEGMENT = /\/(v1(?:alpha|beta)?\d*)\/*$/;
const DEFAULT_VERSION = 'v1beta';

/** A version at the end of `BASE_URL` is cut off: native calls keep the version that the client chose. */
export function toUpstreamOptions(settings: Settings): UpstreamOptions {
  return {
    origin: settings.BASE_URL.replace(VERSION_SEGMENT, '').replace(/\/+$/, ''),
    firstByteTimeoutMs: settings.TIME_OUT * 1000,
    idleTimeoutMs: settings.TIME_OUT * 1000,
    customHeaders: settings.CUSTOM_HEADERS,
  };
}

export function toEgressSettings(settings: Settings): EgressSettings {
  return {
    proxies: settings.PROXIES,
    fixedPerKey: settings.PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
  };
}

/** The API version that translated calls are sent with: the one at the end of `BASE_URL`. */
export function toApiVersion(settings: Settings): string {
  return VERSION_SEGMENT.exec(settings.BASE_URL)?.[1] ?? DEFAULT_VERSION;
}
