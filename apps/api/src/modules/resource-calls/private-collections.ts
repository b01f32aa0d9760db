/**
 * Collections whose resources belong to whoever made them. Any other is taken for a catalogue of upstream's, such as
 * its voices, until something in it is made through the gateway.
 */
export const PRIVATE_COLLECTIONS: ReadonlySet<string> = new Set([
  'agents',
  'auth_tokens',
  'batches',
  'cachedContents',
  'corpora',
  'credentials',
  'environments',
  'files',
  'fileSearchStores',
  'generatedFiles',
  'interactions',
  'models',
  'operations',
  'triggers',
  'tunedModels',
  'webhooks',
]);
