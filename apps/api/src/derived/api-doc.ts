import type { ClientRoute } from '../http/routing/client-route';
import type { DeclaredRoutes } from './declared-routes';

const HEAD = `# API

<!-- Derived by \`npm run generate\` from the route tables and controllers in apps/api/src. Change those. -->

What the gateway answers. Every other path is the dashboard's.`;

const CLIENT = `## For clients

A client token, or the admin token, is sent as \`Authorization: Bearer\`, \`x-goog-api-key\`, \`x-api-key\` or \`?key=\`. Errors have the form
of the dialect; where it is *by request*, headers decide as [protocol-notes.md](protocol-notes.md) 2 tells. A path that ends in \`/*\` takes
everything below it that no longer path takes.`;

const ADMIN = `## For administrators

For the admin token as \`Authorization: Bearer\`, or for the session cookie that signing in sets. Bodies are JSON; their fields are those
of the DTO classes in packages/shared. Errors are \`{ "error": { "code", "message" } }\`, with \`field\` where one is to blame.`;

const NEEDS = {
  client: 'client token',
  'upload-id': 'client token or upload id',
  'metrics-token': 'metrics token or admin token',
  'access-token': 'client token or access token',
  admin: 'admin token',
  none: 'none',
} as const;

/** The text of `docs/api.md`: every route, sorted by path. */
export function renderApiDoc({ client, admin, upgrades }: DeclaredRoutes): string {
  const sockets = upgrades.map((route) => ({ ...route, method: 'WebSocket' }));
  const forClients = sockets.filter(({ auth }) => auth !== 'admin');
  const forAdmins = sockets.filter(({ auth }) => auth === 'admin');
  const clientRows = sorted([...client, ...forClients]).map(({ method, path, protocol, auth, summary }) => [
    method === '*' ? 'any' : method,
    `\`${path}\``,
    toDialectText(protocol),
    NEEDS[auth],
    summary,
  ]);
  const adminRows = sorted([...admin, ...forAdmins.map((route) => ({ ...route, isForAdmins: true }))]).map(
    ({ method, path, isForAdmins, summary }) => [
      method,
      `\`${path}\``,
      isForAdmins ? 'admin' : 'everybody',
      summary,
    ],
  );
  const clientTable = table(['method', 'path', 'dialect', 'needs', 'what it does'], clientRows);
  const adminTable = table(['method', 'path', 'for', 'what it does'], adminRows);
  return `${[HEAD, CLIENT, clientTable, ADMIN, adminTable].join('\n\n')}\n`;
}

function toDialectText(protocol: ClientRoute['protocol']): string {
  return protocol === 'detect' ? '*by request*' : protocol;
}

function sorted<Route extends { readonly path: string; readonly method: string }>(
  routes: readonly Route[],
): Route[] {
  const place = ({ path, method }: Route): string => `${path} ${method}`;
  return [...routes].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
