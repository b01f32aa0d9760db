import type { Tool } from '../../../gemini/request/generate-content-request';
import type { JsonObject } from '../../../json-object';
import { builtInTools } from '../../tools/built-in-tools';

/** Types with the day they came out, and older names. */
const VERSIONED = /^(web_search|web_search_preview)(_\d{4}_\d{2}_\d{2})?$/;

/** Types of tools that OpenAI runs and upstream has nothing for. */
const UNKNOWN_UPSTREAM = new Set([
  'file_search',
  'computer',
  'computer_use',
  'computer_use_preview',
  'image_generation',
  'mcp',
  'programmatic_tool_calling',
  'shell',
  'tool_search',
]);

/** The tools that upstream runs for a request. What it has none for is left out and named in `changes`. */
export function upstreamTools(hosted: readonly JsonObject[], changes: string[]): Tool[] {
  const runnable = hosted.flatMap((tool): JsonObject[] => {
    const type = String(tool.type);
    if (VERSIONED.test(type)) return [{ type: 'web_search' }];
    if (!UNKNOWN_UPSTREAM.has(type)) return [{ type }];
    changes.push(`the tool ${type} dropped, upstream has none`);
    return [];
  });
  return builtInTools(runnable, changes);
}
