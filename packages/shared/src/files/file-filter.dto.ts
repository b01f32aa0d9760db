import { OptionalKeyPart, OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { FILE_STATES, type FileState } from './file.dto.js';

/** Which files are meant: those that match everything that is given. */
export class FileFilterDto {
  @OptionalWord(FILE_STATES)
  state?: FileState;

  /** 0 for the admin token. */
  @OptionalQueryInt(0)
  tokenId?: number;

  @OptionalQueryInt(1)
  keyId?: number;

  /** A whole key, or either end of one. */
  @OptionalKeyPart()
  key?: string;

  /** Part of a name, a display name or a MIME type. */
  @OptionalText(200)
  search?: string;
}
