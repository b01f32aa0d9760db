import { InvalidRequestError } from '../gateway-error';
import type { Content } from '../gemini/content';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import { addUsage, type UsageMetadata } from '../gemini/reply/usage';
import type { GenerateContentRequest } from '../gemini/request/generate-content-request';
import type { EditedPictures } from './gemini-pictures';
import { type MadePictures, pictureIn } from './made-pictures';
import { parsePictureOrder, type PictureOrder } from './picture-order';

/** What the last turn of a conversation with the image model asks for: its words are the prompt, its pictures are edited. */
export function orderOfChat({ contents }: Pick<GenerateContentRequest, 'contents'>): {
  order: PictureOrder;
  edited: EditedPictures | undefined;
} {
  const parts = contents.findLast((content: Content) => content.role !== 'model')?.parts ?? [];
  const prompt = parts
    .map(({ text }) => text ?? '')
    .join('\n')
    .trim();
  if (prompt === '')
    throw new InvalidRequestError('The last message has to say what the picture shows.', {
      field: 'messages',
    });
  const pictures = parts.flatMap((part) => pictureIn(part) ?? []);
  return {
    order: parsePictureOrder({ prompt }),
    edited: pictures.length > 0 ? { pictures, mask: undefined } : undefined,
  };
}

/** The pictures as the model's turn: a line of Markdown for each. @param links an address or data for each picture */
export function replyOfChat(
  links: readonly string[],
  made: readonly MadePictures[],
  modelVersion: string,
): GenerateContentResponse {
  const text = links.map((link, index) => `![Generated image ${index + 1}](${link})`).join('\n\n');
  const usageMetadata = made.reduce<UsageMetadata | undefined>(
    (sum, { usage }) => (usage ? addUsage(sum, usage) : sum),
    undefined,
  );
  return {
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    ...(usageMetadata && { usageMetadata }),
    modelVersion,
  };
}
