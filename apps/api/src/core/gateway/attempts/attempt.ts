import { toTokenUsage, type TokenUsage } from '../../gemini/reply/usage';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { NetworkFailure, Outcome } from '../../outcome';
import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { ReplyReceiver, UpstreamFlight } from '../../upstream/reply-receiver';
import type { ReplySink } from '../sinks/reply-sink';
import { AnswerGate } from './answer-gate';
import { FramedReply } from './framed-reply';
import type { ReplyReader } from './reply-reader';
import { WholeReply } from './whole-reply';

/** How one send with one key ended. */
export interface AttemptResult {
  readonly outcome: Outcome;
  /** Whether bytes of the answer have reached the client: then there is no other attempt. */
  readonly isOpen: boolean;
  /** Whether what has reached the client ends between two events, so that an error event can follow. */
  readonly isBetweenEvents: boolean;
  readonly usage: TokenUsage | undefined;
  /** The token to go on with, where upstream has broken the reply off. */
  readonly continuation: string | undefined;
  /** Sends a reply that holds no answer as it came, for when no retry does better. Absent where it is not readable. */
  readonly deliverHeld: (() => void) | undefined;
}

/** Receives one upstream reply, decides what it proves, and lets an answer through to the sink. */
export class Attempt implements ReplyReceiver {
  #isEnded = false;
  #flight: UpstreamFlight | undefined;
  #gate: AnswerGate | undefined;
  #reader: ReplyReader | undefined;

  /** One of the two is called, once: `onEnded`, or `onMistake` with what a mistake of the gateway threw. */
  constructor(
    private readonly call: UpstreamCall,
    private readonly sink: ReplySink,
    private readonly onEnded: (result: AttemptResult) => void,
    private readonly onMistake: (mistake: unknown) => void,
  ) {}

  /** Connects the flight, so that it can be paused and closed. */
  attach(flight: UpstreamFlight): void {
    this.#flight = flight;
  }

  /** The client has left: closes the upstream connection at once. */
  cancel(): void {
    if (this.#isEnded) return;
    this.#flight?.abort();
    this.#end({ kind: 'client_left' });
  }

  onHead(status: number, headers: ReplyHeaders): void {
    this.#gate = new AnswerGate(this.sink, status, headers, () => this.#flight?.resume());
    const form = this.call.replyForm;
    const isStream =
      (form === 'sse' || form === 'json-array') && status === 200 && isOfForm(form, headers['content-type']);
    this.#reader = isStream ? new FramedReply(form, this.#gate) : new WholeReply(this.call, this.#gate);
  }

  onData(chunk: Buffer): boolean {
    const reader = this.#reader;
    if (reader === undefined || this.#isEnded) return true;
    try {
      const isTaken = reader.push(chunk);
      if (reader.failure !== undefined) {
        this.#flight?.abort();
        this.#end(reader.failure);
      }
      return isTaken;
    } catch (mistake) {
      this.#breakOff(mistake);
      return true;
    }
  }

  onEnd(): void {
    if (this.#isEnded || this.#reader === undefined) return;
    try {
      this.#end(this.#reader.end());
    } catch (mistake) {
      this.#breakOff(mistake);
    }
  }

  onFailure(failure: NetworkFailure, message: string): void {
    if (this.#isEnded) return;
    const status = failure === 'first_byte_timeout' || failure === 'idle_timeout' ? 504 : 502;
    const error = { status, message, details: [] };
    this.#end(this.#gate?.isOpen ? { kind: 'truncated', error } : { kind: 'network_failed', failure, error });
  }

  /** Thrown into undici, an error would leave the client waiting. */
  #breakOff(mistake: unknown): void {
    this.#isEnded = true;
    this.#flight?.abort();
    this.onMistake(mistake);
  }

  #end(outcome: Outcome): void {
    this.#isEnded = true;
    const gate = this.#gate;
    const isOpen = gate?.isOpen ?? false;
    const usage = this.#reader?.usage;
    this.onEnded({
      outcome,
      isOpen,
      isBetweenEvents: this.#reader?.isBetweenEvents ?? false,
      usage: usage && toTokenUsage(usage),
      continuation: this.#reader?.continuation,
      deliverHeld: gate !== undefined && isReadable(outcome, gate) ? () => gate.sendHeld() : undefined,
    });
  }
}

/** A front end or a proxy may answer a stream request with something else entirely. */
function isOfForm(form: 'sse' | 'json-array', contentType: string | string[] | undefined): boolean {
  if (typeof contentType !== 'string') return true;
  return contentType.includes(form === 'sse' ? 'event-stream' : 'json');
}

/** Half a reply is worse than an error. */
function isReadable(outcome: Outcome, gate: AnswerGate): boolean {
  if (outcome.kind !== 'empty_reply' || gate.isOpen || gate.heldBytes === 0) return false;
  const type = String(gate.headers['content-type']);
  return type.includes('event-stream') || (type.includes('json') && isJson(gate.held()));
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
