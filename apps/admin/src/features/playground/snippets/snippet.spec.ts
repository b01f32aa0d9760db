import type { Chat, ProtocolId } from '../protocols/chat';
import { PROTOCOLS } from '../protocols/protocols';
import { toPython, toTypeScript } from './literals';
import { shortened } from './shortened';
import { toSnippet } from './snippet';

const ORIGIN = 'https://gateway.example';
const HARD = 'It\'s "quoted",\nover lines: \\n $HOME `x` 茶';

const callOf = (protocol: ProtocolId, given: Partial<Chat> = {}) =>
  PROTOCOLS[protocol].toCall({
    protocol,
    model: 'gemini-3.8-flash',
    isStream: false,
    system: '',
    turns: [{ role: 'user', text: HARD, pictures: [{ mimeType: 'image/png', data: 'AAAA' }] }],
    ...given,
  });

const ALL = Object.keys(PROTOCOLS) as ProtocolId[];

it.each(ALL)('gives curl just the body of %s', (protocol) => {
  const call = callOf(protocol);
  const snippet = toSnippet('curl', call, ORIGIN);
  expect(snippet).toContain(`'${ORIGIN}${call.path}'`);
  expect(snippet).toContain('YOUR_TOKEN');
  const body = /<<'JSON'\n([^]*)\nJSON\n$/.exec(snippet)![1]!;
  expect(JSON.parse(body)).toEqual(call.body);
});

it.each(ALL)('names the gateway and the place of the token in programs for %s', (protocol) => {
  for (const kind of ['python', 'typescript'] as const)
    for (const isStream of [true, false]) {
      const snippet = toSnippet(kind, callOf(protocol, { isStream }), ORIGIN);
      expect(snippet).toContain(ORIGIN);
      expect(snippet).toContain('YOUR_TOKEN');
      expect(snippet).toContain('gemini-3.8-flash');
    }
});

it('writes values that TypeScript reads back', () => {
  const value = { text: HARD, list: [1, -0.5, true, null, []], of: {} };
  expect(new Function(`return (${toTypeScript(value)});`)()).toEqual(value);
});

it('writes values as Python has them', () => {
  expect(toPython({ yes: true, no: false, none: null, text: 'a "b"\n', list: [1, 0.5], empty: {} })).toBe(
    `{
    "yes": True,
    "no": False,
    "none": None,
    "text": "a \\"b\\"\\n",
    "list": [
        1,
        0.5,
    ],
    "empty": {},
}`,
  );
});

it('gives Google’s SDKs names, bytes and levels in their own form', () => {
  const call = callOf('gemini', { system: 'Be brief.', effort: 'low', maxTokens: 9 });
  const python = toSnippet('python', call, ORIGIN);
  for (const part of [
    'import base64',
    'system_instruction',
    'max_output_tokens',
    'b64decode("AAAA")',
    'inline_data',
  ])
    expect(python).toContain(part);
  const typescript = toSnippet('typescript', call, ORIGIN);
  expect(typescript).toContain("import { GoogleGenAI, ThinkingLevel } from '@google/genai';");
  expect(typescript).toContain('thinkingLevel: ThinkingLevel.LOW,');
});

it('hands Anthropic’s SDKs the temperature, which their types do not know', () => {
  const call = callOf('anthropic-messages', { temperature: 0.5 });
  expect(toSnippet('python', call, ORIGIN)).toContain('extra_body={\n        "temperature": 0.5,');
  expect(toSnippet('typescript', call, ORIGIN)).toContain('...{\n    temperature: 0.5,');
});

it('cuts pictures, and nothing else', () => {
  const words = '一二三'.repeat(500);
  const url = `data:image/png;base64,${'A'.repeat(5_000)}`;
  expect(shortened({ data: 'A'.repeat(5_000), text: words, list: [1, `See ![](${url})`] })).toEqual({
    data: `${'A'.repeat(40)}…(5000)`,
    text: words,
    list: [1, `See ![](data:image/png;base64,${'A'.repeat(40)}…(5000))`],
  });
});
