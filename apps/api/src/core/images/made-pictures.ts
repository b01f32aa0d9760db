import type { Part } from '../gemini/content';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import type { UsageMetadata } from '../gemini/reply/usage';
import { missingMediaFault } from '../missing-media';

/** A picture that upstream made. */
export interface MadePicture {
  readonly mimeType: string;
  readonly base64: string;
}

/** What one upstream call gave: at least one picture. */
export interface MadePictures {
  readonly pictures: readonly MadePicture[];
  /** Undefined where upstream counts no tokens. */
  readonly usage: UsageMetadata | undefined;
}

/** The picture of a part; undefined where it holds none. */
export function pictureIn({ inlineData }: Part): MadePicture | undefined {
  const { mimeType = '', data } = inlineData ?? {};
  return data && mimeType.startsWith('image/') ? { mimeType, base64: data } : undefined;
}

/** The pictures of a reply, without the drafts that models draw while they think. @throws GatewayError where there is none */
export function picturesOf(reply: GenerateContentResponse): MadePictures {
  const parts = (reply.candidates ?? []).flatMap(({ content }) => content?.parts ?? []);
  const pictures = parts.flatMap((part) => (part.thought ? [] : (pictureIn(part) ?? [])));
  if (pictures.length === 0) throw missingMediaFault(reply, 'picture');
  return { pictures, usage: reply.usageMetadata };
}
