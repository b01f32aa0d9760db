import fc from 'fast-check';
import { GENERATE_REQUEST } from './generate-shapes';
import { parseJson } from './read-body';
import { readMessage } from './read-message';

describe('readMessage', () => {
  it('reads snake_case and camelCase alike', () => {
    const snake = {
      system_instruction: { parts: [{ inline_data: { mime_type: 'image/png', data: 'AA==' } }] },
    };
    const camel = { systemInstruction: { parts: [{ inlineData: { mimeType: 'image/png', data: 'AA==' } }] } };
    expect(readMessage(snake, GENERATE_REQUEST)).toEqual({ value: camel, violations: [] });
    expect(readMessage(camel, GENERATE_REQUEST)).toEqual({ value: camel, violations: [] });
  });

  it('leaves the names inside arguments, results and JSON schemas alone', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (free) => {
        const json: unknown = {
          contents: [
            {
              parts: [
                { functionCall: { name: 'f', args: free } },
                { functionResponse: { name: 'f', response: free } },
              ],
            },
          ],
          tools: [{ functionDeclarations: [{ name: 'f', parametersJsonSchema: free }] }],
        };
        expect(readMessage(json, GENERATE_REQUEST)).toEqual({ value: json, violations: [] });
      }),
    );
  });

  it.each(['+/+/', '-_-_', 'AA==', 'AA', ''])('takes base64 in either alphabet: %j', (data) => {
    const json = { contents: [{ parts: [{ inlineData: { data } }] }] };
    expect(readMessage(json, GENERATE_REQUEST).violations).toEqual([]);
  });

  it.each(['a', 'AAAAA', 'data:image/png;base64,AAAA', 'AA\nAA'])('refuses what is no base64: %j', (data) => {
    const json = { contents: [{ parts: [{ inlineData: { data } }] }] };
    expect(readMessage(json, GENERATE_REQUEST).violations).toEqual([
      {
        path: 'contents[0].parts[0].inline_data.data',
        description: expect.stringContaining('Base64 decoding failed'),
      },
    ]);
  });

  it('takes a field that is null for one that is not there', () => {
    const json = { systemInstruction: null, contents: [{ parts: [{ text: 'a', thought: null }] }] };
    expect(readMessage(json, GENERATE_REQUEST)).toEqual({
      value: { contents: [{ parts: [{ text: 'a' }] }] },
      violations: [],
    });
  });

  it('refuses null among the items of a list', () => {
    const { violations } = readMessage({ contents: [{ parts: [{ text: 'a' }, null] }] }, GENERATE_REQUEST);
    expect(violations).toEqual([
      { path: 'contents[0].parts[1]', description: "Invalid value at 'contents[0].parts[1]', null" },
    ]);
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readMessage(json, GENERATE_REQUEST).value).toBeInstanceOf(Object);
        expect(
          readMessage({ contents: json, tools: json, generationConfig: json }, GENERATE_REQUEST).value,
        ).toBeInstanceOf(Object);
      }),
    );
  });

  it('does not take inherited names for fields', () => {
    const { violations } = readMessage(JSON.parse('{"constructor":1,"__proto__":{}}'), GENERATE_REQUEST);
    expect(violations.map((violation) => violation.description)).toEqual([
      expect.stringContaining('"constructor"'),
      expect.stringContaining('"__proto__"'),
    ]);
  });
});

describe('parseJson', () => {
  it('is undefined for what is no JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => parseJson(Buffer.from(bytes))).not.toThrow();
      }),
    );
  });
});
