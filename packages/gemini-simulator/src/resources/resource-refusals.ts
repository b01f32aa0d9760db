import { errorFixture } from '../fixtures/load-fixtures';
import { fixtureReply, rpcError, type ApiReply } from '../wire/api-reply';

const FIXTURES: Readonly<Record<string, string>> = {
  files: '403-file-of-another-project',
  cachedContents: '403-cached-content-of-another-project',
  batches: '404-batch-not-found',
  operations: '404-operation-not-found',
  fileSearchStores: '404-file-search-store-not-found',
};

/** The id that the fixtures speak of. */
const FIXTURE_ID = 'abc123def456';

/** What upstream says of a resource that is another project's, or nobody's: the same (row 7). */
export function deniedResource(name: string): ApiReply {
  const [collection = '', id = ''] = name.includes('/operations/')
    ? ['operations', name.slice(name.lastIndexOf('/') + 1)]
    : name.split('/');
  const fixture = FIXTURES[collection];
  if (fixture === undefined) return rpcError(404, 'NOT_FOUND', `Requested entity was not found: ${name}`);
  const reply = fixtureReply(errorFixture(fixture));
  return { ...reply, body: Buffer.from(reply.body.toString('utf8').replaceAll(FIXTURE_ID, id)) };
}
