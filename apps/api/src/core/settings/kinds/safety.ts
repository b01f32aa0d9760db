import { readJsonText } from '../env/env-text';
import { declareSetting, misread, understood, type Declaration, type Parsed, type Setting } from '../setting';

/** One row of the safety matrix, as Gemini's `safetySettings` has it. */
export interface SafetyRule {
  /** `HARM_CATEGORY_…` */
  readonly category: string;
  readonly threshold: string;
}

const THRESHOLDS = ['OFF', 'BLOCK_NONE', 'BLOCK_ONLY_HIGH', 'BLOCK_MEDIUM_AND_ABOVE', 'BLOCK_LOW_AND_ABOVE'];
const CATEGORY = /^HARM_CATEGORY_[A-Z_]+$/;

/** A threshold for each harm category. */
export function safetySettings(
  declaration: Declaration<readonly SafetyRule[]>,
): Setting<readonly SafetyRule[]> {
  return declareSetting<readonly SafetyRule[]>(
    'safety',
    declaration,
    { options: THRESHOLDS },
    {
      fromText: (text) => read(readJsonText(text)),
      fromJson: read,
      toJson: (value) => value.map(({ category, threshold }) => ({ category, threshold })),
    },
  );
}

function read(json: unknown): Parsed<readonly SafetyRule[]> {
  if (!Array.isArray(json)) return misread('is not a JSON list of {"category": …, "threshold": …}');
  const rules: SafetyRule[] = [];
  for (const [index, entry] of json.entries()) {
    const { category, threshold } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof category !== 'string' || !CATEGORY.test(category)) {
      return misread(`item ${index + 1} names no category HARM_CATEGORY_…`);
    }
    if (typeof threshold !== 'string' || !THRESHOLDS.includes(threshold)) {
      return misread(`item ${index + 1} has none of the thresholds ${THRESHOLDS.join(', ')}`);
    }
    if (rules.some((rule) => rule.category === category)) return misread(`names ${category} twice`);
    rules.push({ category, threshold });
  }
  return understood(rules);
}
