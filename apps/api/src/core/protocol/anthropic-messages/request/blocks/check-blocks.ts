import { isJsonObject, type JsonObject } from '../../../../json-object';
import { checkOptionalText, filledTextAt, objectAt, textAt, wrong } from '../../../envelope/field-checks';
import type { Block, KnownBlock } from './block';

type Check = (object: JsonObject, path: string) => void;

const base64Source: Check = (source, path) => {
  textAt(source, 'media_type', path);
  filledTextAt(source, 'data', path);
};
const urlSource: Check = (source, path) => void filledTextAt(source, 'url', path);
const fileSource: Check = (source, path) => void filledTextAt(source, 'file_id', path);

const IMAGE_SOURCES = { base64: base64Source, url: urlSource, file: fileSource };
const DOCUMENT_SOURCES: Readonly<Record<string, Check>> = {
  ...IMAGE_SOURCES,
  text: (source, path) => void textAt(source, 'data', path),
  content: (source, path) => checkContent(source.content, `${path}content`),
};

const BLOCKS: Readonly<Record<KnownBlock['type'], Check>> = {
  text: (block, path) => void textAt(block, 'text', path),
  image: (block, path) => checkSource(block, path, IMAGE_SOURCES),
  document: (block, path) => {
    checkSource(block, path, DOCUMENT_SOURCES);
    for (const name of ['title', 'context']) checkOptionalText(block, name, path);
  },
  search_result: (block, path) => {
    textAt(block, 'source', path);
    textAt(block, 'title', path);
    if (!Array.isArray(block.content)) throw wrong(`${path}content`, 'a list of blocks');
    checkContent(block.content, `${path}content`);
  },
  // Their fields are read only where they are what this gateway gave.
  thinking: () => undefined,
  redacted_thinking: () => undefined,
  tool_use: (block, path) => {
    filledTextAt(block, 'id', path);
    filledTextAt(block, 'name', path);
  },
  tool_result: (block, path) => {
    filledTextAt(block, 'tool_use_id', path);
    if (block.content != null) checkContent(block.content, `${path}content`);
  },
  tool_reference: (block, path) => void textAt(block, 'tool_name', path),
};

/** Whether a block is of a type that is translated. */
export function isKnown(block: Block): block is KnownBlock {
  return typeof block.type === 'string' && Object.hasOwn(BLOCKS, block.type);
}

/** Checks the content of a message: a text, or a list of blocks. @throws InvalidRequestError */
export function checkContent(content: unknown, field: string): void {
  if (typeof content === 'string') return;
  if (!Array.isArray(content)) throw wrong(field, 'a text or a list of blocks');
  content.forEach((block: unknown, index) => {
    const path = `${field}[${index}]`;
    if (!isJsonObject(block)) throw wrong(path, 'an object with a type');
    filledTextAt(block, 'type', `${path}.`);
    if (isKnown(block)) BLOCKS[block.type](block, `${path}.`);
  });
}

function checkSource(block: JsonObject, path: string, checks: Readonly<Record<string, Check>>): void {
  const source = objectAt(block, 'source', path);
  const type = textAt(source, 'type', `${path}source.`);
  const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
  if (check === undefined) throw wrong(`${path}source.type`, `one of ${Object.keys(checks).join(', ')}`);
  check(source, `${path}source.`);
}
