import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import {
  CreateTokenDto,
  type IssuedTokenDto,
  type TokenDto,
  type TokenListDto,
  UpdateTokenDto,
} from '@gemini-balance/shared';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { ManageTokensService } from './manage-tokens.service';

/** The tokens page's REST. */
@AdminRest('tokens')
export class TokensController {
  constructor(private readonly service: ManageTokensService) {}

  @Get()
  @Summary('The access tokens, with their limits and what they used of them')
  async list(): Promise<TokenListDto> {
    return { items: await this.service.list() };
  }

  @Get(':id')
  @Summary('One access token')
  one(@Param('id', ParseIntPipe) id: number): Promise<TokenDto> {
    return this.service.one(id);
  }

  @Post()
  @Summary('Makes an access token; it is shown this once')
  create(@Body() body: CreateTokenDto, @Actor() actor: AdminActor): Promise<IssuedTokenDto> {
    return this.service.create(body, actor);
  }

  @Patch(':id')
  @Summary('Changes the fields of an access token that were sent')
  update(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: UpdateTokenDto,
    @Actor() actor: AdminActor,
  ): Promise<TokenDto> {
    return this.service.update(id, body, actor);
  }

  @Post(':id/rotate')
  @Summary('Gives an access token another secret; it is shown this once')
  @HttpCode(200)
  rotate(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<IssuedTokenDto> {
    return this.service.rotate(id, actor);
  }

  @Delete(':id')
  @Summary('Deletes an access token')
  @HttpCode(204)
  delete(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<void> {
    return this.service.delete(id, actor);
  }
}
