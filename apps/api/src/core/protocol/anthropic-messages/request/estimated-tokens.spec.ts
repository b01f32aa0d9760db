import type { JsonObject } from '../../../json-object';
import { estimatedTokens } from './estimated-tokens';
import type { MessagesRequest } from './messages-request';

const asking = (content: MessagesRequest['messages'][number]['content'], more: object = {}) =>
  estimatedTokens({ model: 'm', messages: [{ role: 'user', content }], ...more });

describe('estimatedTokens', () => {
  it.each<[string, number, number]>([
    ['a text', asking('x'.repeat(40)), 10],
    [
      'instructions beside it',
      asking('x'.repeat(40), { system: [{ type: 'text', text: 'x'.repeat(40) }] }),
      20,
    ],
    ['tools beside it', asking('x'.repeat(40), { tools: [{ name: 'abcd' }] }), 15],
    [
      'a picture in a result',
      asking([
        {
          type: 'tool_result',
          tool_use_id: 'a',
          content: [{ type: 'image', source: { type: 'url', url: 'https://a.example' } }],
        },
      ]),
      258,
    ],
  ])('counts %s', (_, tokens, expected) => expect(tokens).toBe(expected));

  it('does not fail on tools that are nested too deep', () => {
    let schema: JsonObject = {};
    for (let depth = 0; depth < 20_000; depth++) schema = { properties: schema };
    expect(asking('x'.repeat(40), { tools: [{ name: 'f', input_schema: schema }] })).toBe(10);
  });
});
