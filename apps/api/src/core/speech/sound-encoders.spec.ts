import { SoundEncoders } from './sound-encoders';

const SOUND = { samples: Buffer.alloc(0), rate: 24_000, channels: 1 };

it('encodes so many at once, and goes on after one that failed', async () => {
  let [open, most, count] = [0, 0, 0];
  const encoders = new SoundEncoders(async (_, format) => {
    const number = count++;
    most = Math.max(most, ++open);
    await new Promise(setImmediate);
    open -= 1;
    if (number === 1) throw new Error('spoilt');
    return Buffer.from(format);
  }, 2);
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => encoders.encode(SOUND, 'mp3')));
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(most).toBe(2);
});
