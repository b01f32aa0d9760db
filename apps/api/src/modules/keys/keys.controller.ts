import { Body, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ImportKeysDto,
  type ImportKeysResultDto,
  type KeyDto,
  type KeyListDto,
  KeySelectionDto,
  type KeySelectionResultDto,
  ListKeysQuery,
  UpdateKeyDto,
} from '@gemini-balance/shared';
import { NotFoundError } from '../../core/gateway-error';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { ChangeKeysService } from './change-keys.service';
import { ImportKeysService } from './import-keys.service';
import { ListKeysService } from './list-keys.service';

/** The keys page's REST. Every change acts on the pools at once. */
@AdminRest('keys')
export class KeysController {
  constructor(
    private readonly lists: ListKeysService,
    private readonly imports: ImportKeysService,
    private readonly changes: ChangeKeysService,
  ) {}

  @Get()
  @Summary('A page of the keys that match, and how many there are in each state')
  list(@Query() query: ListKeysQuery): Promise<KeyListDto> {
    return this.lists.list(query);
  }

  @Post('preview')
  @Summary('What importing a text would do, without doing it')
  @HttpCode(200)
  preview(@Body() body: ImportKeysDto): Promise<ImportKeysResultDto> {
    return this.imports.preview(body);
  }

  @Post('import')
  @Summary('Adds the keys that are found in a text')
  @HttpCode(200)
  import(@Body() body: ImportKeysDto): Promise<ImportKeysResultDto> {
    return this.imports.import(body);
  }

  @Patch(':id')
  @Summary('Changes the fields of a key that were sent')
  async update(@Param('id', ParseIntPipe) id: number, @Body() body: UpdateKeyDto): Promise<KeyDto> {
    await this.changes.update(id, body);
    const key = await this.lists.one(id);
    if (!key) throw new NotFoundError('This key was deleted while it was changed.');
    return key;
  }

  @Post('enable')
  @Summary('Switches keys on')
  @HttpCode(200)
  async enable(@Body() { ids }: KeySelectionDto): Promise<KeySelectionResultDto> {
    return { changed: await this.changes.setEnabled(ids, true) };
  }

  @Post('disable')
  @Summary('Switches keys off')
  @HttpCode(200)
  async disable(@Body() { ids }: KeySelectionDto): Promise<KeySelectionResultDto> {
    return { changed: await this.changes.setEnabled(ids, false) };
  }

  @Post('delete')
  @Summary('Deletes keys')
  @HttpCode(200)
  async delete(@Body() { ids }: KeySelectionDto): Promise<KeySelectionResultDto> {
    return { changed: await this.changes.delete(ids) };
  }

  @Post('reset')
  @Summary('Ends the rests of keys and forgets their failures')
  @HttpCode(200)
  reset(@Body() { ids }: KeySelectionDto): KeySelectionResultDto {
    return { changed: this.changes.reset(ids) };
  }
}
