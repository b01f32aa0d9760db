import type { Citation } from '../../reply/citations';
import type { PicturePiece, ReplyPiece, ToldCall } from '../../reply/reply-piece';
import type { ChatAsked } from './chat-asked';
import type {
  CalledFunction,
  ExtraContent,
  MessageDelta,
  ReplyImage,
  ReplyToolCall,
  UrlCitation,
} from './chat-completion';

/** What a piece of an answer adds to the message; undefined where the client's form has no place for it. */
export function toMessageDelta(
  piece: ReplyPiece,
  { isLegacy, isParallel }: Pick<ChatAsked, 'isLegacy' | 'isParallel'>,
): MessageDelta | undefined {
  switch (piece.kind) {
    case 'text': {
      const { text, signature } = piece;
      if (signature === undefined) return { content: text };
      return { ...(text && { content: text }), extra_content: signatureContent(signature) };
    }
    case 'thought':
      return { reasoning_content: piece.text };
    case 'picture':
      return { images: [toImage(piece)] };
    case 'citations':
      return { annotations: piece.citations.map(toAnnotation) };
    case 'call':
      // The superseded form holds one call.
      if (piece.index > 0 && (isLegacy || !isParallel)) return undefined;
      return isLegacy
        ? { function_call: toCalled(piece.call) }
        : { tool_calls: [{ index: piece.index, ...toToolCall(piece.call) }] };
  }
}

function toAnnotation({ url, title, startIndex, endIndex }: Citation): UrlCitation {
  return { type: 'url_citation', url_citation: { url, title, start_index: startIndex, end_index: endIndex } };
}

function toImage({ index, mimeType, base64 }: PicturePiece): ReplyImage {
  return { type: 'image_url', index, image_url: { url: `data:${mimeType};base64,${base64}` } };
}

function toToolCall(call: ToldCall): ReplyToolCall {
  const { id, name, input, signature } = call;
  const signed = signature === undefined ? {} : { extra_content: signatureContent(signature) };
  return input === undefined
    ? { id, type: 'function', function: toCalled(call), ...signed }
    : { id, type: 'custom', custom: { name, input }, ...signed };
}

function toCalled({ name, args }: ToldCall): CalledFunction {
  return { name, arguments: JSON.stringify(args) };
}

function signatureContent(signature: string): ExtraContent {
  return { google: { thought_signature: signature } };
}
