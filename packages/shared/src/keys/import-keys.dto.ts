import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { KEY_KINDS, type KeyKind } from './key-state.js';

/** Body of `POST /api/keys/preview` and `POST /api/keys/import`: any text with keys in it. */
export class ImportKeysDto {
  @IsString()
  @MinLength(1)
  @MaxLength(16_000_000)
  text!: string;

  /** The kind of all keys found; `gemini` unless given. */
  @IsOptional()
  @IsIn(KEY_KINDS)
  kind?: KeyKind;
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
}
