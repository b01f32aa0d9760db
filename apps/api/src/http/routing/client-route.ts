import type { Protocol } from '../../core/protocol/protocol';
import type { ClientExchange } from '../exchange/client-exchange';

/** A route for API clients. It is served ahead of Express; see docs/adr/0001-client-routes-bypass-express.md. */
export interface ClientRoute {
  /** `*` takes every method that no other route of the same path takes. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | '*';
  /** A whole path, or one that ends in `/*` and takes everything below it. */
  readonly path: string;
  /** The dialect of answers and errors; `detect` for paths that several dialects share. */
  readonly protocol: Protocol | 'detect';
  /**
   * - `upload-id`: a client token, or an upload id in the query, which the handler looks up
   * - `metrics-token`: the handler itself looks for it, and else for an administrator
   */
  readonly auth: 'client' | 'upload-id' | 'metrics-token' | 'none';
  /** One line for the API page. */
  readonly summary: string;
  /** False for probes: they are no call of a client, so no log and no count shows them. */
  readonly isReported?: false;
  /** True where nothing but refusals comes from: the client may have meant another path. */
  readonly isFallback?: true;
  handle(exchange: ClientExchange): Promise<void> | void;
}

/** A provider that owns client routes. Marked with `@ClientRoutes()`, it is found at bootstrap. */
export interface ClientRouteSource {
  routes(): readonly ClientRoute[];
}
