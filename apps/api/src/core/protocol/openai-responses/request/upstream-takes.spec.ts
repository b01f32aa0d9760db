import { type Simulator, startSimulator } from '@gemini-balance/gemini-simulator';
import fc from 'fast-check';
import { InvalidRequestError } from '../../../gateway-error';
import { featuresOf } from '../../../gemini/models/model-features';
import type { Resolved } from '../../protocol-adapter';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { OpenaiResponsesAdapter } from '../openai-responses-adapter';
import { aResponsesRequest } from './testing/responses-requests';

const KEY = 'AQ.good';
const NOTHING: Resolved = { media: new Map(), signatures: new Map() };
const adapter = new OpenaiResponsesAdapter(PLAIN_POLICY);

function translated(body: { model: string }) {
  const request = adapter.parse(body);
  adapter.needs(request);
  adapter.asked(request);
  return adapter.toUpstream(request, NOTHING, featuresOf(body.model)).requests;
}

describe('the request for upstream', () => {
  let upstream: Simulator;
  beforeAll(async () => {
    upstream = await startSimulator({ keys: [KEY] });
  });
  afterAll(() => upstream.close());

  async function refusal(body: { model: string }): Promise<unknown> {
    const [request] = translated(body);
    const reply = await fetch(`${upstream.url}/v1beta/models/${body.model}:generateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': KEY },
      body: JSON.stringify(request),
    });
    const answer: unknown = await reply.json();
    return reply.ok ? undefined : answer;
  }

  it('is taken whatever the conversation was', async () => {
    await fc.assert(
      fc.asyncProperty(aResponsesRequest(), async (body) => {
        expect(await refusal(body)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing of what it is made of', () => {
    fc.assert(
      fc.property(aResponsesRequest(), (body) => {
        const before = JSON.stringify(body);
        translated(body);
        expect(JSON.stringify(body)).toBe(before);
      }),
    );
  });

  it('is refused in no other way than with InvalidRequestError', () => {
    const field = fc.constantFrom(
      'model',
      'input',
      'tools',
      'tool_choice',
      'text',
      'reasoning',
      'include',
      'instructions',
      'metadata',
      'previous_response_id',
    );
    fc.assert(
      fc.property(aResponsesRequest(), fc.jsonValue(), field, (body, value, name) => {
        try {
          translated({ ...body, [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequestError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused in no other way, whatever an item holds', () => {
    const type = fc.constantFrom(
      'message',
      'reasoning',
      'function_call',
      'function_call_output',
      'custom_tool_call',
      'custom_tool_call_output',
      'local_shell_call',
      'local_shell_call_output',
      'shell_call',
      'shell_call_output',
      'apply_patch_call',
      'apply_patch_call_output',
      'tool_search_call',
      'tool_search_output',
      'additional_tools',
      'code_interpreter_call',
      'image_generation_call',
      'configuration_update',
      'item_reference',
    );
    const name = fc.constantFrom(
      'id',
      'call_id',
      'name',
      'content',
      'output',
      'action',
      'tools',
      'arguments',
      'result',
      'outputs',
      'operation',
      'input',
      'text',
      'summary',
    );
    const item = fc.tuple(type, fc.dictionary(name, fc.jsonValue())).map(([kind, fields]) => ({
      role: 'user',
      call_id: 'c',
      ...fields,
      type: kind,
    }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (input) => {
        try {
          translated({ model: 'gemini-3.8-flash', input } as never);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequestError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
