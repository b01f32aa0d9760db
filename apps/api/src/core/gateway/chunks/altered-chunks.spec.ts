import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { AlteredChunks } from './altered-chunks';
import { CollectedChunks } from './collected-chunks';

const named = (responseId: string): GenerateContentResponse => ({ responseId });
const loud = ({ responseId = '' }: GenerateContentResponse) => named(responseId.toUpperCase());

describe('AlteredChunks', () => {
  it('hands chunks on altered, at once where that takes no time', () => {
    const taken: GenerateContentResponse[] = [];
    const altered = new AlteredChunks(new CollectedChunks(taken), loud);

    altered.take(named('a'));

    expect(taken).toEqual([named('A')]);
    expect(altered.flush()).toBe(true);
  });

  it('keeps their order and holds upstream back while one takes its time', async () => {
    const taken: GenerateContentResponse[] = [];
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const altered = new AlteredChunks(new CollectedChunks(taken), (chunk) =>
      chunk.responseId === 'slow' ? slow.then(() => loud(chunk)) : loud(chunk),
    );
    const resumed = jest.fn();
    altered.onDrain(resumed);

    for (const name of ['a', 'slow', 'b', 'c']) altered.take(named(name));
    expect([taken.length, altered.flush()]).toEqual([1, false]);
    release();
    await altered.settled();

    expect(taken.map(({ responseId }) => responseId)).toEqual(['A', 'SLOW', 'B', 'C']);
    expect([altered.flush(), resumed.mock.calls.length]).toEqual([true, 1]);
  });
});
