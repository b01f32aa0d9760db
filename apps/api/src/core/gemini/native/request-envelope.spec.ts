import { gzipSync } from 'node:zlib';
import { InvalidRequestError } from '../../gateway-error';
import {
  checkContents,
  checkCountTokens,
  checkEmbed,
  checkEmbedBatch,
  checkEnvelope,
  type RequestCheck,
} from './request-envelope';

const CONTENT = { parts: [{ text: 'Hello' }] };

function check(request: unknown, by: RequestCheck): void {
  checkEnvelope(Buffer.from(JSON.stringify(request)), undefined, by);
}

describe('the envelope of a native request', () => {
  it.each<[what: string, by: RequestCheck, request: unknown]>([
    ['lists', checkContents, { contents: [CONTENT], tools: [{}], safetySettings: [] }],
    ['one content as an object', checkContents, { contents: CONTENT }],
    ['one part as an object', checkContents, { contents: { parts: { text: 'Hello' } } }],
    ['one tool as an object', checkContents, { contents: [CONTENT], tools: { google_search: {} } }],
    ['one safety setting as an object', checkContents, { contents: [CONTENT], safety_settings: {} }],
    ['one content to count as an object', checkCountTokens, { contents: CONTENT }],
    ['one part to embed as an object', checkEmbed, { content: { parts: { text: 'Hello' } } }],
    ['one request of a batch as an object', checkEmbedBatch, { requests: { content: CONTENT } }],
    ['null for what is not wanted', checkContents, { contents: [CONTENT], tools: null }],
    ['fields that nobody knows', checkContents, { contents: [CONTENT], later: 1 }],
  ])('lets %s pass', (_, by, request) => {
    expect(() => check(request, by)).not.toThrow();
  });

  it.each<[field: string, by: RequestCheck, request: unknown]>([
    ['contents', checkContents, {}],
    ['contents', checkContents, { contents: [] }],
    ['contents', checkContents, { contents: 'Hello' }],
    ['contents[0]', checkContents, { contents: ['Hello'] }],
    ['contents[0].parts', checkContents, { contents: { parts: 'Hello' } }],
    ['tools', checkContents, { contents: [CONTENT], tools: 'search' }],
    ['system_instruction', checkContents, { contents: [CONTENT], system_instruction: 'Be kind' }],
    ['generateContentRequest', checkCountTokens, { generateContentRequest: [] }],
    ['content', checkEmbed, { content: [] }],
    ['requests', checkEmbedBatch, { requests: [] }],
    ['requests[1].content', checkEmbedBatch, { requests: [{ content: CONTENT }, {}] }],
  ])('refuses what cannot be %s, and names it', (field, by, request) => {
    expect(() => check(request, by)).toThrow(expect.objectContaining({ field }));
  });

  it('leaves a compressed body to upstream', () => {
    const body = gzipSync(JSON.stringify({ contents: [CONTENT] }));

    expect(() => checkEnvelope(body, 'gzip', checkContents)).not.toThrow();
    expect(() => checkEnvelope(body, 'identity', checkContents)).toThrow(InvalidRequestError);
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"contents":'],
    ['a list', '[]'],
  ])('refuses %s as a body', (_, text) => {
    expect(() => checkEnvelope(Buffer.from(text), undefined, checkContents)).toThrow(InvalidRequestError);
  });
});
