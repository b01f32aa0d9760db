import { featuresOf } from '../../gemini/models/model-features';
import { ClientTools } from '../tools/client-tools';
import { callDigest, textOfKey, underAnyId } from './call-digest';
import { toContents } from './contents';
import type { ConversationItem } from './conversation';

const NOOP = { name: 'status', args: {} };
const DIGEST = callDigest(NOOP);

const call = (id?: string): ConversationItem => ({
  kind: 'call',
  call: { ...NOOP, id, signature: undefined },
});
const result = (callId: string): ConversationItem => ({
  kind: 'result',
  result: { callId, text: 'done', media: [] },
});

/** The signatures of all calls that upstream sees, in order. */
function signaturesIn(items: readonly ConversationItem[], known: readonly (readonly [string, string])[]) {
  const context = {
    signatures: new Map(known),
    features: featuresOf('gemini-3.8-flash'),
    tools: new ClientTools([]),
  };
  return toContents(items, context).flatMap(({ parts }) =>
    (parts ?? []).filter((part) => part.functionCall).map((part) => part.thoughtSignature),
  );
}

/** What results say and are named, in the order that upstream sees them. */
function resultsIn(items: readonly ConversationItem[]) {
  const context = {
    signatures: new Map(),
    features: featuresOf('gemini-3.8-flash'),
    tools: new ClientTools([]),
  };
  return toContents(items, context).flatMap(({ parts }) =>
    (parts ?? []).flatMap(({ functionResponse }) =>
      functionResponse ? [[functionResponse.id, functionResponse.response?.output]] : [],
    ),
  );
}

describe('toContents', () => {
  const own = (callId: string, signature: string) =>
    [textOfKey({ callId, digest: DIGEST }), signature] as const;
  const another = [textOfKey(underAnyId({ callId: '', digest: DIGEST })), 'another'] as const;

  it('signs the first call of a step as the same call under another id, where its own signature is lost', () => {
    const items = [call('c1'), call('c2'), result('c1'), result('c2'), call('c3'), result('c3')];
    expect(signaturesIn(items, [another])).toEqual(['another', undefined, 'another']);
  });

  it('signs a call without an id, as older forms have them, as the same call was signed', () => {
    const answer: ConversationItem = {
      kind: 'result',
      result: { callId: undefined, name: NOOP.name, text: 'done', media: [] },
    };
    expect(signaturesIn([call(), answer], [another])).toEqual(['another']);
  });

  it('leaves further calls of a step unsigned, however like a signed call they are', () => {
    const items = [call('c1'), result('c1'), call('c2'), call('c3'), result('c2'), result('c3')];
    expect(signaturesIn(items, [own('c1', 'one'), own('c2', 'two'), another])).toEqual([
      'one',
      'two',
      undefined,
    ]);
  });

  it('keeps the signatures that further calls were given themselves', () => {
    const items = [call('c1'), call('c2'), result('c1'), result('c2')];
    expect(signaturesIn(items, [own('c1', 'one'), own('c2', 'two')])).toEqual(['one', 'two']);
  });

  it('gives a result to the first open call of its id in the latest turn that has one', () => {
    const said = (callId: string, text: string): ConversationItem => ({
      kind: 'result',
      result: { callId, text, media: [] },
    });
    const later = [call('c1'), call('c1'), said('c1', 'second'), said('c1', 'third')];
    expect(resultsIn([call('c1'), said('c1', 'first'), ...later])).toEqual([
      ['c1', 'first'],
      ['c1', 'second'],
      ['c1', 'third'],
    ]);
    expect(resultsIn([call('c1'), said('c2', 'none'), ...later, said('c1', 'first')])).toEqual([
      ['c1', 'first'],
      ['c1', 'second'],
      ['c1', 'third'],
    ]);
  });

  it('is done at once with thousands of calls whose results come in another order', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `c${index}`);
    const items = [...ids.map((id) => call(id)), ...ids.reverse().map(result)];
    const startedAt = performance.now();
    expect(resultsIn(items)).toHaveLength(ids.length);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
