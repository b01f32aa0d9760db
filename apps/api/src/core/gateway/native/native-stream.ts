import type { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { GatewayError } from '../../gateway-error';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { UpstreamCall } from '../../gemini/upstream-call';
import { geminiErrorBody } from '../../protocol/gemini/error-body';
import { type PlainAlteration, AlteredChunks } from '../chunks/altered-chunks';
import type { ChunkTarget } from '../chunks/chunk-target';
import { PacedChunks } from '../chunks/paced-chunks';
import type { ClientFrames } from '../client/client-frames';
import { keepAlive } from '../client/keep-alive';
import { DecodedReply } from '../sinks/decoded-reply';
import type { ReplySink } from '../sinks/reply-sink';
import type { StreamManners } from '../translation/translator';

/** What clients of the Gemini API read without noticing. */
const HEARTBEAT = event({ candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, index: 0 }] });

/** A native stream that is not relayed as it comes, but paced, altered, or made of a whole answer. Costs the reading of every event. */
export class NativeStream {
  readonly sink: ReplySink;
  readonly #altered: AlteredChunks | undefined;
  readonly #paced: PacedChunks | undefined;
  /** Ends the heartbeats. */
  readonly stop: () => void;

  constructor(
    private readonly frames: ClientFrames,
    { pace, keepAliveMs, fakesStreams }: StreamManners & { readonly fakesStreams: boolean },
    clock: Clock,
    clientLeft: Cancellation,
    alter?: PlainAlteration,
  ) {
    const events = new NativeEvents(frames);
    this.#paced = pace && new PacedChunks(events, pace, clock, clientLeft);
    const target = this.#paced ?? events;
    this.#altered = alter && new AlteredChunks(target, alter);
    this.sink = new DecodedReply(fakesStreams ? 'unary' : 'sse', this.#altered ?? target);
    this.stop = fakesStreams ? keepAlive(frames, clock, keepAliveMs, () => HEARTBEAT) : () => undefined;
  }

  /** Ends the response with what became of the call. @throws the fault, where nothing has reached the client yet */
  async end(fault: GatewayError | undefined): Promise<void> {
    this.stop();
    await this.#altered?.settled();
    await this.#paced?.settled();
    if (fault === undefined) this.frames.end('');
    else if (this.frames.hasHead) this.frames.end(event(geminiErrorBody(fault)));
    else throw fault;
  }
}

/** The same call for a whole answer. */
export function asWholeCall(call: UpstreamCall): UpstreamCall {
  const path = call.path
    .replace(':streamGenerateContent', ':generateContent')
    .replace(/([?&])\$?alt=sse&?/, '$1');
  return { ...call, path: path.replace(/[?&]$/, ''), replyForm: 'unary' };
}

/** Chunks as events of the Gemini API. */
class NativeEvents implements ChunkTarget {
  #events = '';

  constructor(private readonly frames: ClientFrames) {}

  take(chunk: GenerateContentResponse): void {
    this.#events += event(chunk);
  }

  flush(): boolean {
    const events = this.#events;
    this.#events = '';
    return this.frames.write(events);
  }

  onDrain(resume: () => void): void {
    this.frames.onDrain(resume);
  }
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\r\n\r\n`;
}
