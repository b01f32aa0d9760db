import fc from 'fast-check';
import { StopFinder } from './stop-finder';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 });
const sequences = fc.array(
  letters.filter((text) => text !== ''),
  { maxLength: 3 },
);

/** What comes through of pieces, and the sequence that ended them. */
function through(pieces: readonly string[], ...stops: string[]): [string, string | undefined] {
  const finder = new StopFinder(stops);
  let text = '';
  for (const piece of pieces) if (finder.found === undefined) text += finder.pass(piece);
  return [text + finder.rest(), finder.found];
}

describe('StopFinder', () => {
  it.each([
    [['One, two, END three'], ['END'], 'One, two, ', 'END'],
    [['One, E', 'N', 'D'], ['END'], 'One, ', 'END'],
    [['One, EN', 'ough'], ['END'], 'One, ENough', undefined],
    [['aab'], ['ab', 'aab'], '', 'aab'],
    [['x STOP y END'], ['END', 'STOP'], 'x ', 'STOP'],
    [['anything'], [], 'anything', undefined],
  ])('lets %j through up to %j', (pieces, stops, text, found) => {
    expect(through(pieces, ...stops)).toEqual([text, found]);
  });

  it('comes to the same, however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), sequences, (pieces, stops) => {
        expect(through(pieces, ...stops)).toEqual(through([pieces.join('')], ...stops));
      }),
    );
  });

  it('lets no sequence through, and everything before the first', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), sequences, (pieces, stops) => {
        const whole = pieces.join('');
        const first = Math.min(
          ...stops.map((stop) => whole.indexOf(stop)).filter((at) => at >= 0),
          whole.length,
        );
        expect(through(pieces, ...stops)[0]).toBe(whole.slice(0, first));
      }),
    );
  });
});
