import { Body, Delete, Get, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ChangeSettingsDto, ResetSettingsDto, type SettingsDto } from '@gemini-balance/shared';
import type { Response } from 'express';
import { InvalidRequestError } from '../../core/gateway-error';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { ChangeSettingsService } from './change-settings.service';

/** The config page's REST. Every answer holds all settings and their revision, which is the `ETag` too. */
@AdminRest('settings')
export class SettingsController {
  constructor(private readonly service: ChangeSettingsService) {}

  @Get()
  @Summary('Every setting with its value, source, limits and help')
  all(@Res({ passthrough: true }) response: Response): SettingsDto {
    return tagged(response, this.service.all());
  }

  @Patch()
  @Summary('Changes settings and takes overrides back, all of it or nothing')
  async change(
    @Body() body: ChangeSettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Actor() actor: AdminActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsDto> {
    return tagged(response, await this.service.change(withRevision(body, ifMatch), actor));
  }

  @Post('reset')
  @Summary('Takes overrides back: of names, of a group, or all')
  @HttpCode(200)
  async reset(
    @Body() body: ResetSettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Actor() actor: AdminActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsDto> {
    return tagged(response, await this.service.reset(withRevision(body, ifMatch), actor));
  }

  @Delete(':name')
  @Summary('Takes the override of one setting back')
  async resetOne(
    @Param('name') name: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Actor() actor: AdminActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsDto> {
    return tagged(
      response,
      await this.service.reset(withRevision<ResetSettingsDto>({ names: [name] }, ifMatch), actor),
    );
  }
}

function tagged(response: Response, settings: SettingsDto): SettingsDto {
  response.setHeader('etag', `"${settings.revision}"`);
  return settings;
}

/** The revision that the client saw: that of the body, else that of the tag. */
function withRevision<Body extends { revision?: number }>(body: Body, ifMatch: string | undefined): Body {
  const revision = body.revision ?? toRevision(ifMatch);
  return revision === undefined ? body : { ...body, revision };
}

/** @throws InvalidRequestError for a tag that no answer had */
function toRevision(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const revision = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(ifMatch)?.[1];
  if (revision === undefined)
    throw new InvalidRequestError('If-Match holds no revision: send the ETag that came with the settings.', {
      field: 'if-match',
    });
  return Number(revision);
}
