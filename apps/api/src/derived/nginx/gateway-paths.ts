import type { AdminRoute } from '../admin-routes';
import type { DeclaredRoutes } from '../declared-routes';

const HEAD = `# Derived by \`npm run generate\` from the route tables and controllers in apps/api/src. Change those.
# Which paths the gateway answers even where a browser asks for a page. All others are the dashboard's then.
`;

/** The text of `docker/nginx/gateway-paths.conf`: an nginx map from the path to 1 where it is the gateway's, as regular expressions. */
export function renderGatewayPaths({ client, admin, upgrades }: DeclaredRoutes): string {
  const patterns = new Set([...client, ...upgrades, ...admin.flatMap(treeOf)].map(({ path }) => path));
  const lines = [...patterns]
    .filter((pattern) => !isBelowAnother(pattern, patterns))
    .sort()
    .map((pattern) => `    "${toExpression(pattern)}" 1;\n`);
  return `${HEAD}map $uri $is_gateways {\n    default 0;\n${lines.join('')}}\n`;
}

/** Express keeps all of `/api` and `/docs` from the dashboard, what is not there included. */
function treeOf({ path }: AdminRoute): readonly { readonly path: string }[] {
  const root = `/${path.split('/')[1]}`;
  return [{ path: root }, { path: `${root}/*` }];
}

function isBelowAnother(pattern: string, patterns: ReadonlySet<string>): boolean {
  const places = pattern.replace(/\/\*$/, '').split('/');
  return places.some((_, depth) => depth > 0 && patterns.has(`${places.slice(0, depth).join('/')}/*`));
}

/** As the route table reads them: a last slash makes no difference, and `/*` stands for whatever is below. */
function toExpression(pattern: string): string {
  const escaped = pattern.replace(/\*$/, '').replace(/[.$()+?[\]{}|\\]/g, '\\$&');
  return pattern.endsWith('/*') ? `~^${escaped}` : `~^${escaped}/?$`;
}
