/** What stands in a sentence: numbers and names, by the names that its texts give them. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** A sentence of the gateway: a stable code and its values for those who say it in words of their own, and the English for all others. */
export interface SentenceDto {
  code: string;
  values: SentenceValues;
  message: string;
}
