import type { StreamForm } from '../rigs/gateway-rig';

/** The JSON values of a streamed reply. Throws where the reply is not whole: a torn event, an array that is not closed. */
export function eventsOf(text: string, form: StreamForm): unknown[] {
  if (form === 'json-array') return JSON.parse(text) as unknown[];
  const blocks = text.split('\r\n\r\n');
  if (blocks.pop() !== '') throw new Error(`The stream ends within an event: ${text.slice(-200)}`);
  return blocks.map((block) => {
    if (!block.startsWith('data: ')) throw new Error(`Not an event: ${block.slice(0, 200)}`);
    return JSON.parse(block.slice('data: '.length)) as unknown;
  });
}
