import { IsIn } from 'class-validator';
import { OptionalIds, OptionalPart } from '../fields/optional-fields.js';
import { FileFilterDto } from './file-filter.dto.js';

/** Body of `POST /api/files/jobs`: the files of the ids, or all that match a filter; one of both. An empty filter means every file. */
export class StartFileJobDto {
  @IsIn(['delete'])
  action!: 'delete';

  @OptionalIds(200_000)
  ids?: number[];

  @OptionalPart(() => FileFilterDto)
  filter?: FileFilterDto;
}
