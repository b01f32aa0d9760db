/** From which level on upstream blocks content of one category. Source: docs/protocol-notes.md, "Requests". */
export interface SafetySetting {
  /** `HARM_CATEGORY_…` */
  readonly category: string;
  readonly threshold: string;
}

/** The operator's settings, save for the categories that the client names itself. */
export function safetySettingsFor(
  operator: readonly SafetySetting[],
  client: readonly SafetySetting[],
): readonly SafetySetting[] {
  if (client.length === 0) return operator;
  const named = new Set(client.map(({ category }) => category));
  return [...operator.filter(({ category }) => !named.has(category)), ...client];
}
