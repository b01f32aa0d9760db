import type { DeclaredTool } from './client-tools';

/** A tool whose input is one text, and the grammar that the text has to follow, which upstream can only be told in words. */
export function freeTextTool(name: string, description: string | undefined, format: unknown): DeclaredTool {
  const grammar = format == null ? '' : `The input follows this format: ${JSON.stringify(format)}`;
  return { name, description: [description, grammar].filter(Boolean).join('\n\n'), takesText: true };
}
