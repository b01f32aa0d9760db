// What is asked of a contender, in the protocol that it speaks.
import { chatBody, chatPath, chatStreamBody } from './chat-request.mjs';
import { generatePath, smallBody, streamPath } from './native-request.mjs';

/** @returns {{ path: string, body: Buffer }} for an answer in one piece */
export function generateCall({ speaksChat }) {
  return speaksChat ? { path: chatPath, body: chatBody } : { path: generatePath, body: smallBody };
}

/** @param {string} shape as in native-request.mjs @returns {{ path: string, body: Buffer }} for a stream */
export function streamCall({ speaksChat }, shape) {
  return speaksChat
    ? { path: chatPath, body: chatStreamBody(shape) }
    : { path: streamPath(shape), body: smallBody };
}
