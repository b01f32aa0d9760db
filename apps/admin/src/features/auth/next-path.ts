/** Where to go after the login: a path of this dashboard, never another site. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  if (!URL.canParse(next, window.location.origin)) return '/';
  const target = new URL(next, window.location.origin);
  const isOurs =
    next.startsWith('/') && target.origin === window.location.origin && target.pathname !== '/login';
  return isOurs ? target.pathname + target.search + target.hash : '/';
}

/** The address of the login page that leads back to `path`. */
export function loginPath(path: string): string {
  return path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`;
}
