// How events look in a stream, for the load to count them.

/**
 * @typedef {object} EventDialect
 * @property {string} end after each event
 * @property {(event: string) => boolean} isAnswer it brings a piece of the answer
 * @property {(event: string) => boolean} isLast it says why the answer ends
 */

/** @type {EventDialect} */
export const geminiEvents = {
  end: '\r\n\r\n',
  isAnswer: (event) => !event.includes('"error"'),
  isLast: (event) => event.includes('"finishReason"'),
};

/** Frames of the role, of usage and of the end bring nothing of the answer. @type {EventDialect} */
export const chatEvents = {
  end: '\n\n',
  isAnswer: (event) => event.includes('"content":"x'),
  isLast: (event) => event.includes('"finish_reason":"stop"'),
};
