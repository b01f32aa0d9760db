import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { joinReplies } from '../../gemini/reply/join-replies';
import { SseDecoder } from '../../upstream/stream/sse-decoder';
import type { Asked, ProtocolAdapter } from '../protocol-adapter';
import { aContext } from './adapt-context';

/**
 * Runs the cases below a folder, each a folder of its own: the `chunks.jsonl` of upstream become `frames.txt`, and together
 * `response.json`, for a request of which `asked.json` tells what is not plain.
 */
export function describeReplyFixtures<Question extends Asked>(
  name: string,
  folder: string,
  adapter: Pick<ProtocolAdapter<never, Question, unknown>, 'openStream' | 'toResponse'>,
  plain: Question,
): void {
  const cases = readdirSync(folder).filter((each) => existsSync(join(folder, each, 'chunks.jsonl')));
  const text = (each: string, file: string) => readFileSync(join(folder, each, file), 'utf8');

  const chunksOf = (each: string) =>
    text(each, 'chunks.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GenerateContentResponse);

  const askedOf = (each: string): Question =>
    existsSync(join(folder, each, 'asked.json'))
      ? { ...plain, ...(JSON.parse(text(each, 'asked.json')) as Partial<Question>) }
      : plain;

  /** The frames for a stream whose bytes arrive in two pieces. */
  const framesOf = (asked: Question, bytes: Buffer, cutAt: number): string => {
    const encoder = adapter.openStream(asked, aContext());
    let frames = '';
    const decoder = new SseDecoder((value) => (frames += encoder.chunk(value as GenerateContentResponse)));
    decoder.push(bytes.subarray(0, cutAt));
    decoder.push(bytes.subarray(cutAt));
    decoder.end();
    return frames + encoder.end();
  };

  describe(name, () => {
    it.each(cases)('is streamed as the fixture says, wherever its bytes are cut: %s', (each) => {
      const events = chunksOf(each).map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`);
      const bytes = Buffer.from(events.join(''));
      const expected = text(each, 'frames.txt');
      for (let at = 0; at < bytes.length; at += 1) expect(framesOf(askedOf(each), bytes, at)).toBe(expected);
    });

    it.each(cases)('is told whole as the fixture says: %s', (each) => {
      const { body } = adapter.toResponse([joinReplies(chunksOf(each))], askedOf(each), aContext());
      expect(body).toEqual(JSON.parse(text(each, 'response.json')));
    });
  });
}
