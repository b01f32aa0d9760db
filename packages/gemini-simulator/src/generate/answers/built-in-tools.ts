import type { GenerateRequest, Part } from '../generate-request';
import { picture } from '../media';
import { spokenText } from '../turns';
import type { Chunk } from './chunk';

const SUM = /calculate (\d{1,9})\s*\+\s*(\d{1,9})/i;
const ADDRESS = /https?:\/\/[^\s"'<>),]+/g;
const MOST_PAGES = 20;

/** The code that runs for `calculate 2 + 3` and what it prints, and what it draws where it is to `plot` as well. */
export function codeFor({ contents = [] }: GenerateRequest): readonly Part[] {
  const asked = spokenText(contents);
  const [, one, other] = SUM.exec(asked) ?? [];
  if (one === undefined || other === undefined) return [];
  return [
    { executableCode: { language: 'PYTHON', code: `print(${one} + ${other})\n` } },
    { codeExecutionResult: { outcome: 'OUTCOME_OK', output: `${Number(one) + Number(other)}\n` } },
    ...(/\bplot\b/i.test(asked) ? [picture()] : []),
  ];
}

/** The addresses in what the user said last. */
export function pagesIn({ contents = [] }: GenerateRequest): readonly string[] {
  return [...new Set(spokenText(contents).match(ADDRESS) ?? [])].slice(0, MOST_PAGES);
}

/** `urlContextMetadata`: what became of each page. */
export function urlContextOf(pages: readonly string[]): Chunk {
  return {
    urlMetadata: pages.map((retrievedUrl) => ({
      retrievedUrl,
      urlRetrievalStatus: 'URL_RETRIEVAL_STATUS_SUCCESS',
    })),
  };
}
