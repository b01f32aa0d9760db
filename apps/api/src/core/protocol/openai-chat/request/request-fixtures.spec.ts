import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidRequestError } from '../../../gateway-error';
import { featuresOf, type ModelFeatures } from '../../../gemini/model-features';
import { textOfKey } from '../../conversation/call-digest';
import type { Need, Resolved } from '../../protocol-adapter';
import type { TranslationPolicy } from '../../translation-policy';
import type { ChatRequest } from './chat-request';
import { needsOf } from './needs';
import { parseChatRequest } from './parse-chat-request';
import { repairedForUpstream, toUpstream } from './to-upstream';

const FIXTURES = join(__dirname, '../fixtures');

/** `context.json` of a case: what differs from the plain circumstances. */
interface Circumstances {
  policy?: Partial<TranslationPolicy>;
  media?: Record<string, { mimeType: string; base64: string }>;
  signatures?: Record<string, string>;
  isRepair?: boolean;
  /** What differs from the features of the model that the request names. */
  features?: Partial<ModelFeatures>;
}

const QUIET: TranslationPolicy = { showsThoughts: false, thinkingBudgets: {}, safetySettings: [] };

const casesWith = (file: string) =>
  readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, file)));

const read = <Value>(name: string, file: string): Value | undefined => {
  const path = join(FIXTURES, name, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Value) : undefined;
};

function translationOf(name: string) {
  const { policy, media, signatures, isRepair, features } = read<Circumstances>(name, 'context.json') ?? {};
  const resolvedFor = (request: ChatRequest): Resolved => ({
    media: new Map(Object.entries(media ?? {})),
    signatures: new Map(
      needsOf(request).flatMap((need) => {
        const signature = need.kind === 'signature' ? signatures?.[need.callId] : undefined;
        return need.kind === 'signature' && signature !== undefined ? [[textOfKey(need), signature]] : [];
      }),
    ),
  });
  const translate = isRepair ? repairedForUpstream : toUpstream;
  return (request: ChatRequest) =>
    translate(
      request,
      resolvedFor(request),
      { ...featuresOf(request.model), ...features },
      { ...QUIET, ...policy },
    );
}

describe('a chat request', () => {
  it.each(casesWith('upstream.json'))('goes upstream as the fixture says: %s', (name) => {
    const translate = translationOf(name);
    const translation = translate(parseChatRequest(read(name, 'request.json')));
    expect(translation).toEqual(read(name, 'upstream.json'));
  });

  it.each(casesWith('needs.json'))('needs what the fixture says: %s', (name) => {
    const needs = needsOf(parseChatRequest(read(name, 'request.json')));
    expect(needs.map(({ digest: _, ...need }: Need & { digest?: string }) => need)).toEqual(
      read(name, 'needs.json'),
    );
  });

  it.each(casesWith('refusal.json'))('is refused as the fixture says: %s', (name) => {
    const translate = translationOf(name);
    const attempt = () => translate(parseChatRequest(read(name, 'request.json')));
    expect(attempt).toThrow(InvalidRequestError);
    expect(attempt).toThrow(expect.objectContaining(read<object>(name, 'refusal.json')!));
  });
});
