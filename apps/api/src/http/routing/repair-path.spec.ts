import fc from 'fast-check';
import { repairedPath } from './repair-path';

it.each([
  ['/v1/v1/chat/completions', '/v1/chat/completions'],
  ['/v1/chat/completions/chat/completions', '/v1/chat/completions'],
  ['/v1/chat/completions/v1/chat/completions', '/v1/chat/completions'],
  ['/chat/completions', '/v1/chat/completions'],
  ['/api/v1/chat/completions', '/v1/chat/completions'],
  ['/v1//chat/completions', '/v1/chat/completions'],
  ['/V1/Chat/Completions', '/v1/chat/completions'],
  ['/v1beta/chat/completions', '/v1/chat/completions'],
  ['/v1/models/chat/completions', '/v1/chat/completions'],
  ['/openai/chat/completions', '/openai/v1/chat/completions'],
  ['/openai/v1/v1/embeddings', '/openai/v1/embeddings'],
  ['/hf/v1/hf/v1/chat/completions', '/hf/v1/chat/completions'],
  ['/vertex-express/chat/completions', '/vertex-express/v1/chat/completions'],
  ['/messages', '/v1/messages'],
  ['/v1/v1/messages/count_tokens', '/v1/messages/count_tokens'],
  ['/v1/v1/responses/resp_1', '/v1/responses/resp_1'],
  ['/models', '/v1/models'],
  ['/v1/v1/models/gemini-3-pro', '/v1/models/gemini-3-pro'],
  ['/v1beta/v1beta/models/gemini-3-pro:generateContent', '/v1beta/models/gemini-3-pro:generateContent'],
  ['/models/gemini-3-pro:streamGenerateContent', '/v1beta/models/gemini-3-pro:streamGenerateContent'],
  ['/v1/v1beta/models/gemini-3-pro:countTokens', '/v1/models/gemini-3-pro:countTokens'],
  ['/v1beta/gemini-3-pro:embedContent', '/v1beta/models/gemini-3-pro:embedContent'],
  [
    '/v1beta/models/v1beta/models/gemini-3-pro%3AgenerateContent',
    '/v1beta/models/gemini-3-pro:generateContent',
  ],
  [
    '/vertex-express/models/gemini-3-pro:generateContent',
    '/vertex-express/v1beta/models/gemini-3-pro:generateContent',
  ],
])('takes %s for %s', (path, meant) => expect(repairedPath(path)).toBe(meant));

it.each([['/'], ['/v1'], ['/keys'], ['/v1/complete'], ['/assets/main.js']])('leaves %s alone', (path) =>
  expect(repairedPath(path)).toBeUndefined(),
);

it('mends nothing twice', () => {
  const segment = fc.constantFrom(
    'v1',
    'v1beta',
    'openai',
    'hf',
    'chat',
    'completions',
    'models',
    'm:generateContent',
    '',
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 7 }), (segments) => {
      const mended = repairedPath(`/${segments.join('/')}`);
      if (mended !== undefined) expect(repairedPath(mended)).toBe(mended);
    }),
  );
});
