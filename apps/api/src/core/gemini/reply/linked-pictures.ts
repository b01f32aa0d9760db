import type { Part } from '../content';
import type { Candidate, GenerateContentResponse } from './generate-content-response';

/** Gives a picture an address. Never rejects. */
export type LinkTo = (picture: { readonly mimeType: string; readonly base64: string }) => Promise<string>;

/**
 * A reply, or a chunk of one, with its pictures as Markdown; drafts among the thoughts stay what they are. The same object, and at
 * once, where it has none.
 */
export function withLinkedPictures(
  chunk: GenerateContentResponse,
  linkTo: LinkTo,
): GenerateContentResponse | Promise<GenerateContentResponse> {
  const { candidates } = chunk;
  return candidates?.some(hasPicture) ? linked(chunk, candidates, linkTo) : chunk;
}

async function linked(
  chunk: GenerateContentResponse,
  candidates: readonly Candidate[],
  linkTo: LinkTo,
): Promise<GenerateContentResponse> {
  const withLinks = candidates.map(async (candidate) => {
    const parts = candidate.content?.parts ?? [];
    return {
      ...candidate,
      content: {
        ...candidate.content,
        parts: await Promise.all(parts.map((part) => linkedPart(part, linkTo))),
      },
    };
  });
  return { ...chunk, candidates: await Promise.all(withLinks) };
}

async function linkedPart(part: Part, linkTo: LinkTo): Promise<Part> {
  if (!isPicture(part)) return part;
  const { mimeType = '', data: base64 = '' } = part.inlineData!;
  return { text: `\n\n![image](${await linkTo({ mimeType, base64 })})\n\n` };
}

function hasPicture({ content }: Candidate): boolean {
  return content?.parts?.some(isPicture) === true;
}

function isPicture({ inlineData, thought }: Part): boolean {
  return (
    thought !== true && inlineData?.data !== undefined && inlineData.mimeType?.startsWith('image/') === true
  );
}
