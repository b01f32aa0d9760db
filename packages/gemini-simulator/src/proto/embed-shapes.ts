import { CONTENT } from './content-shapes';
import { listOf, message } from './shape';

/** Body of `:embedContent`, and one item of a batch. */
export const EMBED_REQUEST = message({
  model: 'string',
  content: CONTENT,
  taskType: 'string',
  title: 'string',
  outputDimensionality: 'number',
  embedContentConfig: message({
    taskType: 'string',
    title: 'string',
    outputDimensionality: 'number',
    autoTruncate: 'boolean',
  }),
});

/** Body of `:batchEmbedContents`. */
export const BATCH_EMBED_REQUEST = message({ requests: listOf(EMBED_REQUEST) });
