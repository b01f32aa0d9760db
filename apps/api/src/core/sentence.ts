import type { NETWORK_SENTENCES, SCHEDULE_SENTENCES, SETTING_SENTENCES } from '@gemini-balance/shared';

/** One of the sentences that a table of codes allows, with the values that the table names. */
type OneOf<Table extends Readonly<Record<string, readonly string[]>>> = {
  [Code in keyof Table & string]: {
    readonly code: Code;
    readonly values: Readonly<Record<Table[Code][number], string | number>>;
    /** The whole in English. */
    readonly message: string;
  };
}[keyof Table & string];

/** Something about a setting; the message follows its name. */
export type SettingSentence = OneOf<typeof SETTING_SENTENCES>;

/** What came of scheduled work. */
export type ScheduleSentence = OneOf<typeof SCHEDULE_SENTENCES>;

/** What is said of an attempt that ended without an answer: these very words, by which the dashboard knows them again. */
export type NetworkSentences = typeof NETWORK_SENTENCES;
