import { declareSetting, misread, understood, type Declaration, type Parsed, type Setting } from '../setting';

type ChoiceDeclaration<Option extends string> = Declaration<NoInfer<Option>> & {
  readonly options: readonly Option[];
  /** Other words for an option, in lower case: `{ warn: 'WARNING' }`. */
  readonly synonyms?: Readonly<Record<string, NoInfer<Option>>>;
};

/** One of a few words, in any case. */
export function choice<const Option extends string>(declaration: ChoiceDeclaration<Option>): Setting<Option> {
  const { options, synonyms = {} } = declaration;
  const byWord = new Map<string, Option>([
    ...Object.entries(synonyms),
    ...options.map((option) => [option.toLowerCase(), option] as const),
  ]);
  const read = (word: string): Parsed<Option> => {
    const option = byWord.get(word.trim().toLowerCase());
    return option === undefined ? misread(`is none of ${options.join(', ')}`) : understood(option);
  };
  return declareSetting<Option>(
    'choice',
    declaration,
    { options },
    {
      fromText: read,
      fromJson: (json) => read(typeof json === 'string' ? json : ''),
      toJson: (value) => value,
    },
  );
}
