import type { RawData } from 'ws';
import { addTokenUsage, type TokenUsage, toTokenUsage, type UsageMetadata } from '../gemini/reply/usage';

const USAGE = Buffer.from('"usageMetadata"');

/** Adds up what the turns of a session cost. Messages without usage are not read. */
export class LiveUsage {
  total: TokenUsage | undefined;

  note(message: RawData): void {
    if (!Buffer.isBuffer(message) || !message.includes(USAGE)) return;
    try {
      const { usageMetadata } = JSON.parse(message.toString('utf8')) as { usageMetadata?: UsageMetadata };
      if (usageMetadata !== undefined)
        this.total = addTokenUsage(this.total, toTokenUsage(namedAsElsewhere(usageMetadata)));
    } catch {
      // What cannot be read goes on to the client all the same.
    }
  }
}

/** Sessions call the tokens of an answer `responseTokenCount`. */
function namedAsElsewhere(usage: UsageMetadata): UsageMetadata {
  const { responseTokenCount } = usage as { responseTokenCount?: number };
  return { candidatesTokenCount: responseTokenCount, ...usage };
}
