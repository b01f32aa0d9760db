import { encodeSound } from './encode-sound';
import { channelOf, resampled, type Sound } from './sound';
import { readWav, toWav } from './wav';

/** A tone, in each channel another. */
function tone(seconds: number, rate = 24_000, channels = 1): Sound {
  const count = Math.floor(seconds * rate);
  const samples = Buffer.alloc(count * channels * 2);
  for (let at = 0; at < count * channels; at++) {
    const frequency = 440 * (1 + (at % channels));
    const value = 8000 * Math.sin((2 * Math.PI * frequency * Math.floor(at / channels)) / rate);
    samples.writeInt16LE(Math.round(value), at * 2);
  }
  return { samples, rate, channels };
}

it.each([
  [24_000, 1],
  [16_000, 2],
])('writes a WAV of %i Hz in %i channels that it can read', (rate, channels) => {
  const sound = tone(0.1, rate, channels);
  const wav = toWav(sound);
  expect(wav.length).toBe(44 + sound.samples.length);
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(readWav(wav)).toEqual(sound);
});

it('reads a WAV with other things in it, and one whose writer did not know its length', () => {
  const sound = tone(0.01);
  const wav = toWav(sound);
  const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1');
  expect(readWav(Buffer.concat([wav.subarray(0, 36), list, wav.subarray(36)]))).toEqual(sound);
  for (const length of [0, 0xffffffff]) {
    const streamed = Buffer.from(wav);
    streamed.writeUInt32LE(length, 40);
    expect(readWav(streamed)).toEqual(sound);
  }
});

it.each([
  ['8-bit samples', (wav: Buffer) => wav.writeUInt16LE(8, 34)],
  ['a compressed format', (wav: Buffer) => wav.writeUInt16LE(7, 20)],
  ['no channels', (wav: Buffer) => wav.writeUInt16LE(0, 22)],
  ['no data', (wav: Buffer) => wav.write('none', 36)],
  ['another name', (wav: Buffer) => wav.write('RIFX', 0)],
])('does not read a WAV with %s', (_, spoil) => {
  const wav = toWav(tone(0.01));
  spoil(wav);
  expect(readWav(wav)).toBeUndefined();
});

it('never fails on half a WAV', () => {
  const wav = toWav(tone(0.01));
  for (let length = 0; length < 60; length++) expect(() => readWav(wav.subarray(0, length))).not.toThrow();
});

it('makes one channel of another rate, of the same length and pitch', () => {
  const stereo = tone(1, 48_000, 2);
  const mono = resampled(stereo, 24_000);
  expect([mono.rate, mono.channels, mono.samples.length]).toEqual([24_000, 1, 48_000]);
  const crossings = channelOf(resampled(tone(1, 16_000), 24_000), 0).reduce(
    (count, value, at, all) => count + (at > 0 && all[at - 1]! < 0 && value >= 0 ? 1 : 0),
    0,
  );
  expect(Math.abs(crossings - 440)).toBeLessThanOrEqual(1);
  const unchanged = tone(0.1);
  expect(resampled(unchanged, 24_000)).toBe(unchanged);
});

describe('encodeSound', () => {
  it('gives bare samples at 24 kHz as pcm', async () => {
    expect((await encodeSound(tone(1, 16_000), 'pcm')).length).toBe(48_000);
  });

  it.each([
    [24_000, 1, 1],
    [44_100, 2, 1],
    [23_456, 1, 1],
    [24_000, 3, 1],
  ])('makes MP3 frames of %i Hz in %i channels', async (rate, channels, seconds) => {
    const mp3 = await encodeSound(tone(seconds, rate, channels), 'mp3');
    const { frames, ms } = mp3FramesOf(mp3);
    expect(frames).toBeGreaterThan(10);
    expect(Math.abs(ms - seconds * 1000)).toBeLessThan(150);
  });

  it.each([
    [24_000, 1],
    [48_000, 2],
  ])('makes a FLAC of %i Hz in %i channels that tells what it holds', async (rate, channels) => {
    const flac = await encodeSound(tone(0.5, rate, channels), 'flac');
    expect(flac.toString('latin1', 0, 4)).toBe('fLaC');
    // STREAMINFO: 20 bits rate, 3 bits channels less one, 5 bits depth less one, 36 bits samples.
    const facts = flac.readBigUInt64BE(18);
    expect([
      facts >> 44n,
      ((facts >> 41n) & 7n) + 1n,
      ((facts >> 36n) & 31n) + 1n,
      facts & 0xfffffffffn,
    ]).toEqual([rate, channels, 16, rate / 2].map(BigInt));
    expect(flac.length).toBeLessThan(rate * channels);
  });
});

/** Walks the frames of an MP3 by their headers, MPEG 1 and 2, layer III. */
function mp3FramesOf(mp3: Buffer): { frames: number; ms: number } {
  const RATES = [
    [44_100, 48_000, 32_000],
    [22_050, 24_000, 16_000],
  ];
  const KBITS = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ];
  let [frames, ms] = [0, 0];
  for (let at = 0; at + 4 <= mp3.length; frames++) {
    const header = mp3.readUInt32BE(at);
    if (header >>> 21 !== 0x7ff) throw new Error(`No frame at ${at} of ${mp3.length}.`);
    const version = ((header >>> 19) & 3) === 3 ? 0 : 1;
    const rate = RATES[version]![(header >>> 10) & 3]!;
    const samples = version === 0 ? 1152 : 576;
    const bits = KBITS[version]![(header >>> 12) & 15]! * 1000;
    ms += (samples * 1000) / rate;
    at += Math.floor((samples * bits) / 8 / rate) + ((header >>> 9) & 1);
  }
  return { frames, ms };
}
