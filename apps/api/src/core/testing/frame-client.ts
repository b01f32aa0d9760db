import type { ServerResponse } from 'node:http';
import type { RelayedResponse } from '../gateway/client/relay';

/** A client that keeps what it is sent, and can be slow. */
export class FrameClient implements RelayedResponse {
  head: [status: number, headers: object] | undefined;
  text = '';
  isEnded = false;
  isSlow = false;
  readonly drains: (() => void)[] = [];

  writeHead(status: number, headers: Readonly<Record<string, string>>): void {
    this.head = [status, headers];
  }

  get response(): ServerResponse {
    const fake = {
      writableNeedDrain: this.isSlow,
      write: (text: string) => {
        this.text += text;
        return !this.isSlow;
      },
      end: (text: string) => {
        this.text += text;
        this.isEnded = true;
      },
      on: (_: 'drain', listener: () => void) => this.drains.push(listener),
    };
    return fake as unknown as ServerResponse;
  }
}

export const aFrameClient = (): FrameClient => new FrameClient();
