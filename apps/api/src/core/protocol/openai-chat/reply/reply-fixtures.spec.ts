import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinReplies } from '../../../gemini/join-replies';
import type { GenerateContentResponse } from '../../../gemini/generate-content-response';
import { SseDecoder } from '../../../upstream/sse-decoder';
import { aContext } from '../../testing/adapt-context';
import type { ChatAsked } from './chat-asked';
import { ChatStreamEncoder } from './chat-stream-encoder';
import { anAsked } from './testing/replies';
import { toChatCompletion } from './to-chat-completion';

const FIXTURES = join(__dirname, '../fixtures');

const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'chunks.jsonl')));
const text = (name: string, file: string) => readFileSync(join(FIXTURES, name, file), 'utf8');

const chunksOf = (name: string) =>
  text(name, 'chunks.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GenerateContentResponse);

const askedOf = (name: string) =>
  anAsked(
    existsSync(join(FIXTURES, name, 'asked.json'))
      ? (JSON.parse(text(name, 'asked.json')) as Partial<ChatAsked>)
      : {},
  );

/** The frames for a stream whose bytes arrive in two pieces. */
function framesOf(asked: ChatAsked, bytes: Buffer, cutAt: number): string {
  const encoder = new ChatStreamEncoder(asked, aContext());
  let frames = '';
  const decoder = new SseDecoder((value) => (frames += encoder.chunk(value as GenerateContentResponse)));
  decoder.push(bytes.subarray(0, cutAt));
  decoder.push(bytes.subarray(cutAt));
  decoder.end();
  return frames + encoder.end();
}

describe('a reply', () => {
  it.each(cases)('is streamed as the fixture says, wherever its bytes are cut: %s', (name) => {
    const events = chunksOf(name).map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`);
    const bytes = Buffer.from(events.join(''));
    const expected = text(name, 'frames.txt');
    for (let at = 0; at < bytes.length; at += 1) expect(framesOf(askedOf(name), bytes, at)).toBe(expected);
  });

  it.each(cases)('is told whole as the fixture says: %s', (name) => {
    const { body } = toChatCompletion([joinReplies(chunksOf(name))], askedOf(name), aContext());
    expect(body).toEqual(JSON.parse(text(name, 'response.json')));
  });
});
