import fc from 'fast-check';
import { InvalidRequestError } from '../../gateway-error';
import type { Content, Part } from '../../gemini/content';
import { featuresOf } from '../../gemini/models/model-features';
import type { Asked, ProtocolAdapter, Resolved, Translation } from '../protocol-adapter';

/** Requests of every kind, also such as no good client would send, that nevertheless are translated. */
export interface AnyRequests {
  readonly requests: fc.Arbitrary<object>;
  /** Fields that are replaced by anything at all. */
  readonly fields: readonly string[];
}

const NOTHING: Resolved = { media: new Map(), signatures: new Map([['c1', 'c2ln']]) };

const countOf = (content: Content | undefined, field: keyof Part) =>
  (content?.parts ?? []).filter((one) => one[field] !== undefined).length;

/** What every adapter promises about what upstream gets, whatever the conversation was. */
export function describeConversations<Request>(
  name: string,
  adapter: ProtocolAdapter<Request, Asked, unknown>,
  { requests, fields }: AnyRequests,
): void {
  type Translate = (request: Request, model: string) => Translation | undefined;
  const toUpstream: Translate = (request, model) => adapter.toUpstream(request, NOTHING, featuresOf(model));
  const repair: Translate = (request, model) => adapter.repair?.(request, NOTHING, featuresOf(model));
  const translated = (body: unknown, translate = toUpstream) => {
    const request = adapter.parse(body);
    adapter.needs(request);
    return translate(request, adapter.asked(request).model);
  };

  /** The contents of all requests of all conversations that can be thought of. */
  const forEveryConversation = (check: (contents: readonly Content[], model: string) => void) =>
    fc.assert(
      fc.property(requests, (body) => {
        const { model } = adapter.asked(adapter.parse(body));
        for (const { contents } of translated(body)!.requests) check(contents, model);
      }),
      { numRuns: 400 },
    );

  describe(name, () => {
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
      forEveryConversation((contents, model) => {
        const spokeAt = contents.findLastIndex(
          (one) => one.role === 'user' && (one.parts?.length ?? 0) > countOf(one, 'functionResponse'),
        );
        const steps = contents.slice(spokeAt + 1).filter((one) => countOf(one, 'functionCall') > 0);
        for (const { parts } of steps) {
          const first = parts?.find(({ functionCall }) => functionCall !== undefined);
          if (featuresOf(model).checksSignatures) expect(first?.thoughtSignature).toBeDefined();
        }
      });
    });

    it('changes nothing of what it is given', () => {
      fc.assert(
        fc.property(requests, (body) => {
          const before = JSON.stringify(body);
          translated(body);
          translated(body, repair);
          expect(JSON.stringify(body)).toBe(before);
        }),
      );
    });

    it('sends nothing but placeholders once a signature was refused', () => {
      fc.assert(
        fc.property(requests, (body) => {
          const signatures = (translated(body, repair)?.requests ?? []).flatMap(({ contents }) =>
            contents.flatMap(({ parts }) =>
              (parts ?? []).flatMap(({ thoughtSignature }) => thoughtSignature ?? []),
            ),
          );
          expect(new Set([...signatures, 'skip_thought_signature_validator']).size).toBe(1);
        }),
      );
    });

    it('refuses in no other way than with InvalidRequestError', () => {
      fc.assert(
        fc.property(requests, fc.jsonValue(), fc.constantFrom(...fields), (body, value, field) => {
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
}
