import * as fc from 'fast-check';
import { OpenFlights } from './open-flights';
import { UndiciFlight } from './undici-flight';
import type { ReplyReceiver } from './reply-receiver';

const receiver = {} as ReplyReceiver;

it('holds the flights that are not over, in whatever order they end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 200 }), (steps) => {
      const open = new OpenFlights();
      const expected = new Set<UndiciFlight>();
      for (const step of steps) {
        const ending = [...expected][step];
        if (ending === undefined) expected.add(new UndiciFlight(receiver, undefined, open));
        else {
          ending.abort();
          ending.abort();
          expected.delete(ending);
        }
        expect(new Set(open.all())).toEqual(expected);
        expect(open.all()).toHaveLength(expected.size);
      }
    }),
  );
});
