import type { SimulatedModel } from '../models/model';
import type { Part } from './generate-request';

// Pictures of one pixel: red, and blue for a draft.
const DRAFT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQcPgPAAHjAWC+U4LtAAAAAElFTkSuQmCC';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

const SAMPLE_RATE = 24_000;

export function picture(): Part {
  return { inlineData: { mimeType: 'image/png', data: PNG } };
}

/** What a picture model draws while it thinks. */
export function draft(): Part {
  return { inlineData: { mimeType: 'image/png', data: DRAFT }, thought: true };
}

/** A tenth of a second of a tone: bare PCM up to generation 3.1, a complete WAV from 3.8 on. */
export function speech(model: SimulatedModel): Part {
  const pcm = tone(SAMPLE_RATE / 10);
  if (model.generation < 3.8)
    return {
      inlineData: { mimeType: `audio/L16;codec=pcm;rate=${SAMPLE_RATE}`, data: pcm.toString('base64') },
    };
  return {
    inlineData: {
      mimeType: 'audio/wav',
      data: Buffer.concat([wavHeader(pcm.length), pcm]).toString('base64'),
    },
  };
}

function tone(samples: number): Buffer {
  const pcm = Buffer.alloc(samples * 2);
  for (let n = 0; n < samples; n++)
    pcm.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * n) / SAMPLE_RATE)), n * 2);
  return pcm;
}

function wavHeader(dataBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
