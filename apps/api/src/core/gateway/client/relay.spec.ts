import type { ServerResponse } from 'node:http';
import { anHttpServer } from '../../testing/local-server';
import { Relay, type RelayedResponse } from './relay';

function clientOf(response: ServerResponse): RelayedResponse {
  return { response, writeHead: (status, headers) => void response.writeHead(status, headers) };
}

it.each([0, 256, 8 * 1024, 8 * 1024 + 1, 100_000])(
  'sends a whole reply of %d bytes as it came',
  async (size) => {
    const body = Buffer.from(Array.from({ length: size }, (_, index) => index % 256));
    const { origin, close } = await anHttpServer((_, response) =>
      new Relay(clientOf(response), 'unary', () => undefined).sendWhole(201, { etag: '"é"' }, body),
    );
    try {
      const response = await fetch(origin);
      expect([response.status, response.headers.get('etag')]).toEqual([201, '"é"']);
      expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
    } finally {
      await close();
    }
  },
);
