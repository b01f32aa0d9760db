import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { OverBudgetError, PayloadTooLargeError } from '../../core/gateway-error';
import { BodyBudget } from './body-budget';
import { readBody, type HeldBody } from './read-body';

const MB = 1024 * 1024;
const LIMIT = 8 * MB;

/** A request whose body comes in pieces of a size that divides nothing. */
function read(
  body: Buffer,
  { announcedBytes, budget = new BodyBudget(() => LIMIT) }: { announcedBytes?: number; budget?: BodyBudget },
): Promise<HeldBody> {
  const headers = announcedBytes === undefined ? {} : { 'content-length': String(announcedBytes) };
  const request = Object.assign(new PassThrough(), { headers, complete: true });
  const reading = readBody(request as unknown as IncomingMessage, LIMIT, budget);
  for (let at = 0; at < body.length; at += 65_537) request.write(body.subarray(at, at + 65_537));
  request.end();
  return reading;
}

function bytes(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, at) => at % 251));
}

describe('readBody', () => {
  it.each([0, 1, 65_537, MB - 1, MB, MB + 1, 3 * MB])(
    'collects %i bytes, announced or not',
    async (length) => {
      const body = bytes(length);
      for (const announcedBytes of [length, undefined]) {
        const held = await read(body, { announcedBytes });
        expect(held.bytes.equals(body)).toBe(true);
      }
    },
  );

  it('holds a large body that was announced once, not in pieces and joined', async () => {
    const concat = jest.spyOn(Buffer, 'concat');
    const body = bytes(3 * MB);

    const held = await read(body, { announcedBytes: body.length });

    expect([held.bytes.buffer.byteLength, concat.mock.calls.length]).toEqual([body.length, 0]);
    concat.mockRestore();
  });

  it.each([
    ['announced', LIMIT + 1],
    ['not announced', undefined],
  ])('refuses a body over the limit that was %s, and gives its memory back', async (_, announcedBytes) => {
    const budget = new BodyBudget(() => 2 * LIMIT);
    const reading = read(Buffer.alloc(LIMIT + 1), { announcedBytes, budget });

    await expect(reading).rejects.toThrow(PayloadTooLargeError);
    expect(budget.heldBytes).toBe(0);
  });

  it('refuses a body when all bodies together are too many', async () => {
    const budget = new BodyBudget(() => 2 * MB);
    const first = await read(Buffer.alloc(MB), { announcedBytes: MB, budget });

    await expect(read(Buffer.alloc(3 * MB), { budget })).rejects.toThrow(OverBudgetError);

    expect(budget.heldBytes).toBe(MB);
    first.release();
    expect(budget.heldBytes).toBe(0);
  });
});
