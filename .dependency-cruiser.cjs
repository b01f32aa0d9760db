// The import law of docs/architecture.md. Types count: a core that names a Nest type knows Nest.
const api = '^apps/api/src';
const spec = '\\.(spec|e2e-spec)\\.tsx?$|/testing/';

/** A module may import from modules of earlier lines only, and from no other module of its own line. */
const moduleOrder = [
  ['runtime'],
  ['audit'],
  ['jobs'],
  ['settings'],
  ['upstream'],
  ['keys', 'resources', 'tokens', 'logs', 'media', 'signatures'],
  ['quotas'],
  ['telemetry'],
  ['gateway', 'client-routes'],
  ['resource-calls'],
  ['models'],
  ['key-checks'],
  ['uploads'],
  ['images'],
  ['translation'],
  [
    'chat-openai',
    'chat-anthropic',
    'chat-gemini',
    'responses',
    'vertex',
    'embeddings',
    'tts',
    'transcriptions',
    'files',
    'live',
  ],
  [
    'stats',
    'auth',
    'scheduler',
    'health',
    'metrics',
    'api-docs',
    'version',
    'admin-ui',
    'log-admin',
    'key-admin',
    'model-admin',
    'file-admin',
    'storage',
    'proxies',
  ],
];

const anyOf = (modules) => `${api}/modules/(${modules.join('|')})/`;

const orderRules = moduleOrder.map((line, index) => ({
  name: `module-order-${line[0]}`,
  comment: 'A module knows only what stands before it in the order of docs/architecture.md.',
  severity: 'error',
  from: { path: anyOf(line), pathNot: spec },
  // $1 is the importing module itself.
  to: { path: anyOf(moduleOrder.slice(index).flat()), pathNot: `${api}/modules/$1/` },
}));

/** The three middle parts of the core never see each other. */
const middle = ['protocol', 'keypool', 'upstream'];
const middleRules = middle.map((part) => ({
  name: `core-${part}-stands-alone`,
  severity: 'error',
  from: { path: `${api}/core/${part}/`, pathNot: spec },
  to: { path: `${api}/core/(${middle.filter((other) => other !== part).join('|')}|gateway)/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      // `derived/` runs on a developer's machine alone.
      from: { path: `${api}|^packages/[^/]+/src|^apps/admin/src`, pathNot: `${spec}|${api}/derived/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-knows-no-frame',
      comment: 'core/ is a library: no Nest, no ORM, no logger, nothing above it.',
      severity: 'error',
      from: { path: `${api}/core/` },
      to: {
        path: `node_modules/(@nestjs|typeorm|express|pino|sqlite3|mysql2)/|${api}/(modules|http|database)/`,
      },
    },
    {
      name: 'core-takes-only-types-from-shared',
      severity: 'error',
      from: { path: `${api}/core/`, pathNot: spec },
      to: { path: '^packages/shared/', dependencyTypesNot: ['type-only'] },
    },
    ...middleRules,
    {
      name: 'http-knows-no-module',
      severity: 'error',
      from: { path: `${api}/http/`, pathNot: spec },
      to: { path: `${api}/modules/` },
    },
    {
      name: 'database-knows-entities-only',
      comment: 'entities.ts lists the entities of all modules; the rest of database/ knows no module.',
      severity: 'error',
      from: { path: `${api}/database/`, pathNot: `${spec}|${api}/database/entities\\.ts$` },
      to: { path: `${api}/modules/` },
    },
    {
      name: 'module-storage-is-private',
      comment: "Another module's tables are reached through what that module exports.",
      severity: 'error',
      from: { path: `${api}/modules/([^/]+)/`, pathNot: spec },
      to: { path: `${api}/modules/.*\\.(entity|repository)\\.ts$`, pathNot: `${api}/modules/$1/` },
    },
    {
      name: 'module-has-a-place',
      comment: 'Give the module a line in moduleOrder, here and in docs/architecture.md.',
      severity: 'error',
      from: { path: `${api}/modules/`, pathNot: anyOf(moduleOrder.flat()) },
      to: {},
    },
    ...orderRules,
    {
      name: 'sqlite-is-known-to-the-database-alone',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: `${api}/database/|${spec}` },
      to: { path: 'node_modules/sqlite3/' },
    },
    {
      name: 'no-feature-to-feature',
      severity: 'error',
      from: { path: '^apps/admin/src/features/([^/]+)/' },
      to: { path: '^apps/admin/src/features/', pathNot: '^apps/admin/src/features/$1/' },
    },
    {
      name: 'admin-parts-know-no-feature',
      severity: 'error',
      from: { path: '^apps/admin/src/(components|layout|lib|theme|locales)/', pathNot: spec },
      to: { path: '^apps/admin/src/(features|routes|app)/' },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/(shared|gemini-simulator)/' },
      to: { path: '^(apps|bench)/' },
    },
    {
      name: 'product-knows-no-simulator',
      severity: 'error',
      from: { path: `${api}/`, pathNot: spec },
      to: { path: '^packages/gemini-simulator/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.turbo)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.json'],
    },
  },
};
