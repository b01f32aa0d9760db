import { APIError, AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { aChat, anOpenaiRig, MODEL, OpenaiRig } from '../support/rigs/openai-rig';

const here = anOpenaiRig();

describe('errors', () => {
  it.each<[string, () => Promise<unknown>, new (...args: never[]) => Error, object]>([
    [
      'a token that is not valid',
      () => here.rig.client('/v1', 'sk-wrong').chat.completions.create(aChat('x')),
      AuthenticationError,
      { status: 401, code: 'invalid_api_key', type: 'invalid_request_error' },
    ],
    [
      'a model that upstream does not know',
      () => here.openai.chat.completions.create({ ...aChat('x'), model: 'gemini-9' }),
      NotFoundError,
      { status: 404, code: 'model_not_found', type: 'invalid_request_error' },
    ],
    [
      'messages that are none',
      () => here.openai.chat.completions.create({ model: MODEL, messages: 'x' as never }),
      BadRequestError,
      { status: 400, param: 'messages', type: 'invalid_request_error' },
    ],
    [
      'a picture on a private address',
      () =>
        here.openai.chat.completions.create({
          model: MODEL,
          messages: [
            {
              role: 'user',
              content: [{ type: 'image_url', image_url: { url: 'http://169.254.169.254/latest/meta-data' } }],
            },
          ],
        }),
      BadRequestError,
      { status: 400, param: expect.stringContaining('messages[0].content[0].image_url') },
    ],
    [
      'a route that is none',
      () => here.rig.client('/openai/v1').moderations.create({ input: 'x' }),
      NotFoundError,
      { status: 404, code: 'unknown_url' },
    ],
  ])('tell of %s', async (_, call, kind, expected) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ ...expected, requestID: expect.stringMatching(/^req_/) });
  });
});

describe('what upstream refuses', () => {
  it.each<[string, string, object, string | null]>([
    ['a wrong request', '400-bad-image', { status: 400, type: 'invalid_request_error', code: null }, null],
    [
      'a limit of minutes',
      '429-per-minute',
      { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded' },
      'wait',
    ],
    [
      'a daily quota',
      '429-per-day',
      { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
      'wait',
    ],
    [
      'keys that are not valid',
      '400-api-key-invalid',
      { status: 503, type: 'server_error', code: 'no_upstream_key' },
      'wait',
    ],
    [
      'a prompt that is too long',
      '400-too-many-tokens',
      { status: 400, type: 'invalid_request_error', code: 'context_length_exceeded' },
      null,
    ],
  ])('is told in the form of OpenAI: %s', async (_, fixture, expected, wait) => {
    const refusing = await OpenaiRig.start({ MAX_RETRIES: '0' });
    refusing.simulator.on().fail(fixture);
    try {
      for (const stream of [false, true]) {
        const error: unknown = await refusing
          .client()
          .chat.completions.create({ ...aChat('x'), stream })
          .then(undefined, (thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(APIError);
        expect(error).toMatchObject(expected);
        expect((error as APIError).headers?.get('retry-after') != null).toBe(wait !== null);
      }
    } finally {
      await refusing.close();
    }
  });
});
