import fc from 'fast-check';
import { seal, unseal } from './sealed-state';

describe('sealed state', () => {
  it('is found again whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (state) => {
        expect(unseal(seal(state))).toEqual(state);
      }),
    );
  });

  it('is nothing once a character is lost, added or changed', () => {
    const sealed = seal({ signatures: { call_1: 'c2lnbmF0dXJl' } });
    const anywhere = fc.nat({ max: sealed.length - 1 });
    const character = fc.constantFrom(...'abcXYZ019-_.+/=');
    fc.assert(
      fc.property(anywhere, character, fc.constantFrom(0, 1), (at, put, taken) => {
        const changed = sealed.slice(0, at) + put + sealed.slice(at + taken);
        fc.pre(changed !== sealed);
        expect(unseal(changed)).toBeUndefined();
        expect(unseal(sealed.slice(0, at))).toBeUndefined();
      }),
    );
  });

  it.each([undefined, null, 7, '', 'gAAAAABo-a-blob-of-somebody-else', 'gbr1..', 'gbr0.x.e30', {}])(
    'is nothing where it was sealed by nobody: %j',
    (blob) => expect(unseal(blob)).toBeUndefined(),
  );
});
