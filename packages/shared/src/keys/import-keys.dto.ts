import { IsString, MaxLength, MinLength } from 'class-validator';
import { OptionalFlag, OptionalInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import type { JobDto } from '../jobs/job.dto.js';
import { KEY_KINDS, type KeyKind } from './key-state.js';

/** What keys get when they are added. */
export class NewKeyFieldsDto {
  /** The kind of all keys; `gemini` unless given. */
  @OptionalWord(KEY_KINDS)
  kind?: KeyKind;

  @OptionalText(500)
  note?: string;

  @OptionalText(100)
  group?: string;

  @OptionalText(100)
  project?: string;

  @OptionalInt(1, 100)
  weight?: number;
}

/** Body of `POST /api/keys/preview` and `POST /api/keys/import`: any text with keys in it. */
export class ImportKeysDto extends NewKeyFieldsDto {
  @IsString()
  @MinLength(1)
  @MaxLength(16_000_000)
  text!: string;

  /**
   * Adds the keys switched off, and verifies them by a job: those that upstream takes are switched on, those that it
   * refuses are deleted again, those of which nothing could be found out stay switched off.
   */
  @OptionalFlag()
  verify?: boolean;

  /** Answers before the keys are added, which a job does then. */
  @OptionalFlag()
  inBackground?: boolean;
}

/** Body of `POST /api/keys`. */
export class CreateKeyDto extends NewKeyFieldsDto {
  @IsString()
  @MinLength(20)
  @MaxLength(500)
  secret!: string;

  @OptionalFlag()
  isEnabled?: boolean;
}

/** new: will be added · duplicate: known already, or twice in the text · malformed: looks like a key, but cannot be one. */
export type FoundKeyStatus = 'new' | 'duplicate' | 'malformed';

/** One key found in pasted text. */
export interface FoundKeyDto {
  maskedSecret: string;
  /** Line of the text, from 1. */
  line: number;
  status: FoundKeyStatus;
}

/** Answer of both: what was found, and for an import what was added (`new`). */
export interface ImportKeysResultDto {
  /** The first 500 found, in order. */
  found: FoundKeyDto[];
  counts: Record<FoundKeyStatus, number>;
  /** What goes on after the answer: keys that are added, or verified, in the background. */
  job?: JobDto;
}
