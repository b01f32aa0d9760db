import { isReadableReply } from '../../gemini/reply/readable-reply';
import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { PlainAlteration } from '../chunks/altered-chunks';
import type { ReplySink } from '../sinks/reply-sink';

/** A whole answer on its way to the client, which gets it altered; one that is too long to be held passes as it is. */
export class AlteredReply implements ReplySink {
  constructor(
    private readonly sink: ReplySink,
    private readonly alter: PlainAlteration,
  ) {}

  open(status: number, headers: ReplyHeaders): void {
    this.sink.open(status, headers);
  }

  write(bytes: Buffer): boolean {
    return this.sink.write(bytes);
  }

  sendWhole(status: number, headers: ReplyHeaders, body: Buffer, json?: unknown): void {
    if (!isReadableReply(json)) return this.sink.sendWhole(status, headers, body, json);
    const altered = this.alter(json);
    const bytes = altered === json ? body : Buffer.from(JSON.stringify(altered));
    this.sink.sendWhole(status, headers, bytes, altered);
  }

  end(): void {
    this.sink.end();
  }

  onDrain(resume: () => void): void {
    this.sink.onDrain(resume);
  }
}
