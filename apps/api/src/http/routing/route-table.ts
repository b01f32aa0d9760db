import type { ClientRoute } from './client-route';

export interface RouteMatch {
  readonly route: ClientRoute;
  /** What follows the pattern's `/*`, still percent-encoded; empty for a whole path. */
  readonly tail: string;
}

/** The path is known, but not with this method. */
export interface WrongMethod {
  /** A route of that path, which tells the dialect of the error. */
  readonly route: ClientRoute;
  readonly allowed: readonly string[];
}

type ByMethod = Map<string, ClientRoute>;

/** All client routes, found by method and path. The longest pattern wins. */
export class RouteTable {
  readonly #whole = new Map<string, ByMethod>();
  readonly #below = new Map<string, ByMethod>();

  /** @throws Error when two routes have the same method and path, or when there are none. */
  constructor(readonly routes: readonly ClientRoute[]) {
    if (routes.length === 0) throw new Error('There are no client routes.');
    for (const route of routes) this.#add(route);
  }

  /** `path` is without query and without doubled leading slashes. Undefined for paths that are not in the table. */
  match(method: string, path: string): RouteMatch | WrongMethod | undefined {
    const whole = this.#whole.get(path) ?? this.#whole.get(withoutLastSlash(path));
    if (whole !== undefined) return pick(whole, method, '');
    for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      const below = this.#below.get(path.slice(0, end));
      if (below !== undefined) return pick(below, method, path.slice(end + 1));
      if (end === 0) return undefined;
    }
    return undefined;
  }

  #add(route: ClientRoute): void {
    const isBelow = route.path.endsWith('/*');
    const paths = isBelow ? this.#below : this.#whole;
    const path = isBelow ? route.path.slice(0, -2) : route.path;
    const byMethod = paths.get(path) ?? new Map<string, ClientRoute>();
    if (byMethod.has(route.method)) throw new Error(`Two client routes are ${route.method} ${route.path}.`);
    paths.set(path, byMethod.set(route.method, route));
  }
}

/** Some clients put one behind every address. */
function withoutLastSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

export function isWrongMethod(match: RouteMatch | WrongMethod): match is WrongMethod {
  return 'allowed' in match;
}

function pick(byMethod: ByMethod, method: string, tail: string): RouteMatch | WrongMethod {
  // HEAD is GET without the body, which Node leaves out by itself.
  const gettable = method === 'HEAD' ? byMethod.get('GET') : undefined;
  const route = byMethod.get(method) ?? gettable ?? byMethod.get('*');
  if (route !== undefined) return { route, tail };
  return { route: byMethod.values().next().value!, allowed: [...byMethod.keys()] };
}
