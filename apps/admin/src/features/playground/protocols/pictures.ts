import type { Answer, Picture } from './chat';

export function toDataUrl({ mimeType, data }: Picture): string {
  return `data:${mimeType};base64,${data}`;
}

/** Undefined for what is no picture in base64. */
export function fromDataUrl(url: string): Picture | undefined {
  const match = /^data:(image\/[\w.+-]+);base64,(.+)$/s.exec(url);
  return match ? { mimeType: match[1]!, data: match[2]! } : undefined;
}

/** The answer as dialects take it back that have words alone for what a model said. */
export function toMarkdown({ text, pictures }: Answer): string {
  return [text, ...pictures.map((picture) => `![](${toDataUrl(picture)})`)].filter(Boolean).join('\n\n');
}
