export type { ErrorFixture } from './fixtures/error-fixture';
export { errorFixture, loadErrorFixtures, loadReplyFixtures } from './fixtures/load-fixtures';
