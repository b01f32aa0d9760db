import { listOf, message } from './shape';

// Fields as in docs/protocol-notes.md, "Requests".

const BLOB = message({ mimeType: 'string', data: 'bytes', displayName: 'string' });
const FILE_DATA = message({ fileUri: 'string', mimeType: 'string', displayName: 'string' });

const FUNCTION_RESPONSE = message({
  id: 'string',
  name: 'string',
  response: { map: () => 'json' },
  parts: listOf(message({ inlineData: BLOB, fileData: FILE_DATA })),
  scheduling: 'string',
  willContinue: 'boolean',
});

const PART = message({
  text: 'string',
  inlineData: BLOB,
  fileData: FILE_DATA,
  functionCall: message({ id: 'string', name: 'string', args: { map: () => 'json' } }),
  functionResponse: FUNCTION_RESPONSE,
  executableCode: message({ id: 'string', language: 'string', code: 'string' }),
  codeExecutionResult: message({ id: 'string', outcome: 'string', output: 'string' }),
  toolCall: message({ id: 'string', toolType: 'string', args: 'json' }),
  toolResponse: message({ id: 'string', toolType: 'string', response: 'json' }),
  thought: 'boolean',
  thoughtSignature: 'bytes',
  videoMetadata: message({ startOffset: 'string', endOffset: 'string', fps: 'number' }),
  mediaResolution: message({ level: 'string', numTokens: 'number' }),
  mediaProcessing: 'json',
  speechMetadata: message({ speaker: 'string', style: 'string' }),
  audioTranscription: 'json',
  partMetadata: 'json',
});

/** `{role, parts[]}`. */
export const CONTENT = message({ role: 'string', parts: listOf(PART) });
