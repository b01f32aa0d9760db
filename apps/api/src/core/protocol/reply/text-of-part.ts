import type { Part } from '../../gemini/content';

/** A part of an answer as text: what is no text itself is written in Markdown. Empty where there is nothing to read. */
export function textOfPart({
  text,
  executableCode,
  codeExecutionResult,
  inlineData,
  fileData,
}: Part): string {
  if (text) return text;
  if (executableCode?.code) {
    return block((executableCode.language ?? '').toLowerCase(), executableCode.code);
  }
  if (codeExecutionResult) {
    const { outcome = 'OUTCOME_OK', output = '' } = codeExecutionResult;
    return block('', outcome === 'OUTCOME_OK' ? output : `${outcome}\n${output}`);
  }
  if (inlineData?.data) return `[media](data:${inlineData.mimeType ?? ''};base64,${inlineData.data})`;
  if (fileData?.fileUri) return `[file](${fileData.fileUri})`;
  return '';
}

function block(language: string, text: string): string {
  return `\n\`\`\`${language}\n${text.replace(/\n$/, '')}\n\`\`\`\n`;
}
