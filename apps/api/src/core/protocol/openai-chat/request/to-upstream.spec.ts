import fc from 'fast-check';
import { InvalidRequestError } from '../../../gateway-error';
import type { Content, Part } from '../../../gemini/content';
import { featuresOf } from '../../../gemini/model-features';
import type { Resolved } from '../../protocol-adapter';
import type { TranslationPolicy } from '../../translation-policy';
import type { ChatRequest } from './chat-request';
import { needsOf } from './needs';
import { parseChatRequest } from './parse-chat-request';
import { aChatRequest } from './testing/chat-requests';
import { repairedForUpstream, toUpstream } from './to-upstream';

const NOTHING: Resolved = { media: new Map(), signatures: new Map([['c1', 'c2ln']]) };
const POLICY: TranslationPolicy = {
  showsThoughts: true,
  thinkingBudgets: { 'gemini-2.5-pro': 1000 },
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
};

const translated = (body: unknown, translate = toUpstream) => {
  const parsed = parseChatRequest(body);
  needsOf(parsed);
  return translate(parsed, NOTHING, featuresOf(parsed.model), POLICY);
};

/** The contents of all requests of all conversations that can be thought of. */
function forEveryConversation(check: (contents: readonly Content[], request: ChatRequest) => void) {
  fc.assert(
    fc.property(aChatRequest(), (body) => {
      for (const { contents } of translated(body).requests) check(contents, body);
    }),
    { numRuns: 400 },
  );
}

const countOf = (content: Content | undefined, field: keyof Part) =>
  (content?.parts ?? []).filter((one) => one[field] !== undefined).length;

describe('toUpstream', () => {
  it('lets user and model take turns, and the user begin', () => {
    forEveryConversation((contents) => {
      expect(contents.map(({ role }) => role)).toEqual(
        contents.map((_, index) => (index % 2 === 0 ? 'user' : 'model')),
      );
    });
  });

  it('sends no content without parts and no part without data', () => {
    forEveryConversation((contents) => {
      for (const { parts } of contents) {
        expect(parts).not.toHaveLength(0);
        for (const one of parts ?? []) expect(Object.keys(one)).not.toHaveLength(0);
        expect(parts?.some((one) => one.text === '')).toBe(false);
      }
    });
  });

  it('sends as many results as calls, in their order, right after them', () => {
    forEveryConversation((contents) => {
      contents.forEach((one, index) => {
        const called = (one.parts ?? []).flatMap(({ functionCall }) => functionCall?.name ?? []);
        const answered = (contents[index + 1]?.parts ?? []).flatMap(
          ({ functionResponse }) => functionResponse?.name ?? [],
        );
        if (one.role === 'model') expect(answered).toEqual(called);
      });
    });
  });

  it('signs the first call of each step of the current turn, for models that look', () => {
    forEveryConversation((contents, { model }) => {
      const spokeAt = contents.findLastIndex(
        (one) => one.role === 'user' && (one.parts?.length ?? 0) > countOf(one, 'functionResponse'),
      );
      for (const { parts } of contents.slice(spokeAt + 1).filter((one) => countOf(one, 'functionCall') > 0)) {
        const first = parts?.find(({ functionCall }) => functionCall !== undefined);
        if (featuresOf(model).checksSignatures) expect(first?.thoughtSignature).toBeDefined();
      }
    });
  });

  it('keeps JSON as text that is nested too deep to be worked on', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const [request] = translated({
      model: 'gemini-2.5-pro',
      messages: [
        { role: 'assistant', tool_calls: [{ id: 'c', function: { name: 'f', arguments: deep } }] },
        { role: 'tool', tool_call_id: 'c', content: deep },
      ],
    }).requests;
    expect(request?.contents.slice(1)).toEqual([
      { role: 'model', parts: [{ functionCall: { name: 'f', args: { _raw: deep } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'f', response: { output: deep } } }] },
    ]);
  });

  it('asks for the media of instructions that keep their place, and of no others', () => {
    const instruction = (url: string) => ({
      role: 'system',
      content: [{ type: 'image_url', image_url: { url } }],
    });
    const request = parseChatRequest({
      model: 'm',
      messages: [
        instruction('https://a.example/lead'),
        { role: 'user', content: 'Hi' },
        instruction('https://a.example/middle'),
      ],
    });
    expect(needsOf(request)).toEqual([{ kind: 'media', url: 'https://a.example/middle' }]);
  });

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(aChatRequest(), (body) => {
        const before = JSON.stringify(body);
        translated(body);
        translated(body, (...given) => repairedForUpstream(...given) ?? toUpstream(...given));
        expect(JSON.stringify(body)).toBe(before);
      }),
    );
  });

  it('sends nothing but placeholders once a signature was refused', () => {
    fc.assert(
      fc.property(aChatRequest(), (body) => {
        const parsed = parseChatRequest(body);
        const { requests } = repairedForUpstream(parsed, NOTHING, featuresOf(parsed.model), POLICY) ?? {
          requests: [],
        };
        const signatures = requests.flatMap(({ contents }) =>
          contents.flatMap(({ parts }) =>
            (parts ?? []).flatMap(({ thoughtSignature }) => thoughtSignature ?? []),
          ),
        );
        expect(new Set([...signatures, 'skip_thought_signature_validator']).size).toBe(1);
      }),
    );
  });

  it('has nothing to mend in a conversation without calls', () => {
    const plain = parseChatRequest({ model: 'm', messages: [{ role: 'user', content: 'Hi' }] });
    expect(repairedForUpstream(plain, NOTHING, featuresOf('m'), POLICY)).toBeUndefined();
  });

  it('refuses in no other way than with InvalidRequestError', () => {
    const mutated = fc.tuple(
      aChatRequest(),
      fc.jsonValue(),
      fc.constantFrom(
        'model',
        'messages',
        'tools',
        'n',
        'extra_body',
        'stop',
        'response_format',
        'tool_choice',
        'functions',
      ),
    );
    fc.assert(
      fc.property(mutated, ([body, value, field]) => {
        try {
          translated({ ...body, [field]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidRequestError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
