import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Asks a client that waits with its body (`Expect: 100-continue`) to send it as soon as somebody reads it. Who is refused before learns so
 * without having sent anything; its connection closes then, for it may send the body or not.
 */
export function continueWhenRead(request: IncomingMessage, response: ServerResponse): void {
  const { shouldKeepAlive } = response;
  const read = request._read.bind(request);
  response.shouldKeepAlive = false;
  request._read = (size) => {
    request._read = read;
    if (!response.headersSent) {
      response.writeContinue();
      response.shouldKeepAlive = shouldKeepAlive;
    }
    read(size);
  };
}
