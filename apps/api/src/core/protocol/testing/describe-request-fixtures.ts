import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidRequestError } from '../../gateway-error';
import { featuresOf, type ModelFeatures } from '../../gemini/models/model-features';
import { textOfKey } from '../conversation/call-digest';
import type { Asked, Need, ProtocolAdapter, Resolved } from '../protocol-adapter';
import type { TranslationPolicy } from '../translation-policy';
import { PLAIN_POLICY } from './plain-policy';

/** `context.json` of a case: what differs from the plain circumstances. */
interface Circumstances {
  policy?: Partial<TranslationPolicy>;
  media?: Record<string, { mimeType: string; base64: string }>;
  /** By call id. */
  signatures?: Record<string, string>;
  isRepair?: boolean;
  /** What differs from the features of the model that the request names. */
  features?: Partial<ModelFeatures>;
}

const QUIET: TranslationPolicy = { ...PLAIN_POLICY, showsThoughts: false };

/**
 * Runs the cases below a folder, each a folder of its own: `request.json` goes upstream as `upstream.json`, needs what
 * `needs.json` lists, or is refused as `refusal.json` tells, in the circumstances of `context.json`.
 */
export function describeRequestFixtures<Request>(
  name: string,
  folder: string,
  adapterWith: (policy: TranslationPolicy) => ProtocolAdapter<Request, Asked, unknown>,
): void {
  const casesWith = (file: string) =>
    readdirSync(folder).filter((each) => existsSync(join(folder, each, file)));
  const read = <Value>(each: string, file: string): Value | undefined => {
    const path = join(folder, each, file);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Value) : undefined;
  };

  const translate = (each: string) => {
    const { policy, media, signatures, isRepair, features } = read<Circumstances>(each, 'context.json') ?? {};
    const adapter = adapterWith({ ...QUIET, ...policy });
    const request = adapter.parse(read(each, 'request.json'));
    const resolved: Resolved = {
      media: new Map(Object.entries(media ?? {})),
      signatures: new Map(
        adapter.needs(request).flatMap((need) => {
          const signature = need.kind === 'signature' ? signatures?.[need.callId] : undefined;
          return need.kind === 'signature' && signature !== undefined ? [[textOfKey(need), signature]] : [];
        }),
      ),
    };
    const model = { ...featuresOf(adapter.asked(request).model), ...features };
    return isRepair
      ? adapter.repair?.(request, resolved, model)
      : adapter.toUpstream(request, resolved, model);
  };

  describe(name, () => {
    it.each(casesWith('upstream.json'))('goes upstream as the fixture says: %s', (each) => {
      expect(translate(each)).toEqual(read(each, 'upstream.json'));
    });

    it.each(casesWith('needs.json'))('needs what the fixture says: %s', (each) => {
      const adapter = adapterWith(QUIET);
      const needs = adapter.needs(adapter.parse(read(each, 'request.json')));
      expect(needs.map(({ digest: _, ...need }: Need & { digest?: string }) => need)).toEqual(
        read(each, 'needs.json'),
      );
    });

    it.each(casesWith('refusal.json'))('is refused as the fixture says: %s', (each) => {
      expect(() => translate(each)).toThrow(InvalidRequestError);
      expect(() => translate(each)).toThrow(expect.objectContaining(read<object>(each, 'refusal.json')!));
    });
  });
}
