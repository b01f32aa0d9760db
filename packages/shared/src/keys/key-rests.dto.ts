import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { OptionalWord } from '../fields/optional-fields.js';
import { KEY_KINDS, type KeyKind } from './key-state.js';

/** A model or a project that rests, with every key that it concerns. */
export interface SharedRestDto {
  /** The keys it concerns are of this kind. */
  kind: KeyKind;
  subject: 'model' | 'project';
  /** The name of the model, or of the project. */
  name: string;
  /** What a project rests for: a model, or `*` for everything. */
  scope: string;
  reason: string;
  /** UTC milliseconds; absent where only a success ends it. */
  untilMs?: number;
}

/** Body of `POST /api/keys/rests/lift`. */
export class LiftRestDto {
  @IsIn(['model', 'project'])
  subject!: 'model' | 'project';

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  /** Of keys of all kinds unless given. */
  @OptionalWord(KEY_KINDS)
  kind?: KeyKind;
}

/** Whether only verified keys are used, because many turned out dead at once. */
export interface KeyVerificationDto {
  kind: KeyKind;
  isCautious: boolean;
  /** Verified keys that are ready, while `isCautious`. */
  verified: number;
}
