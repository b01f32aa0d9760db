/** The texts between line breaks and commas, trimmed, without empty and repeated ones. */
export function linesOf(text: string): string[] {
  const items = text.split(/[\n,]/).map((item) => item.trim());
  return [...new Set(items)].filter((item) => item !== '');
}
