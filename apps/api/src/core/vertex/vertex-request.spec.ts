import type { JsonObject } from '../json-object';
import { toVertexRequest } from './vertex-request';

const PART = { text: 'Hello' };

it.each<[what: string, request: JsonObject, expected: JsonObject]>([
  [
    'gives the user what has no role',
    { contents: [{ parts: [PART] }] },
    { contents: [{ role: 'user', parts: [PART] }] },
  ],
  [
    'takes one content for a list of one',
    { contents: { parts: [PART] } },
    { contents: [{ role: 'user', parts: [PART] }] },
  ],
  [
    'takes the ids off calls and their results',
    {
      contents: [
        { role: 'model', parts: [{ functionCall: { id: 'a', name: 'f', args: {} }, thoughtSignature: 's' }] },
        { role: 'user', parts: [{ functionResponse: { id: 'a', name: 'f', response: {} } }] },
      ],
    },
    {
      contents: [
        { role: 'model', parts: [{ functionCall: { name: 'f', args: {} }, thoughtSignature: 's' }] },
        { role: 'user', parts: [{ functionResponse: { name: 'f', response: {} } }] },
      ],
    },
  ],
  [
    'leaves out parts that it does not know',
    { contents: [{ role: 'model', parts: [{ toolCall: {} }, PART] }] },
    { contents: [{ role: 'model', parts: [PART] }] },
  ],
  [
    'leaves out the service tier',
    { serviceTier: 'flex', contents: [{ role: 'user', parts: [PART] }] },
    { contents: [{ role: 'user', parts: [PART] }] },
  ],
  [
    'replaces the placeholder that only the Gemini API takes',
    {
      contents: [
        {
          role: 'model',
          parts: [{ functionCall: { name: 'f' }, thoughtSignature: 'context_engineering_is_the_way_to_go' }],
        },
      ],
    },
    {
      contents: [
        {
          role: 'model',
          parts: [{ functionCall: { name: 'f' }, thoughtSignature: 'skip_thought_signature_validator' }],
        },
      ],
    },
  ],
])('%s', (_, request, expected) => expect(toVertexRequest(request)).toEqual(expected));

it.each<[what: string, request: JsonObject]>([
  ['a request that is right', { contents: [{ role: 'user', parts: [PART] }], labels: { a: 'b' } }],
  ['what is no request', { instances: [{ content: 'x' }] }],
  ['contents of no known form', { contents: ['x', null, { role: 'user', parts: 'y' }] }],
])('leaves %s as it is', (_, request) => expect(toVertexRequest(request)).toBe(request));
