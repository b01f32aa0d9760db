import { Controller, Get, Param, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { dirname, join } from 'node:path';
import { NotFoundError } from '../../core/gateway-error';
import { AdminErrorFilter } from '../../http/admin/admin-error.filter';
import { AdminGuard } from '../../http/admin/admin.guard';
import { Summary } from '../../http/admin/summary';
import { DOCS_PAGE, START_SCRIPT } from './docs-page';
import { LoginRedirectFilter } from './login-redirect.filter';

/** The same place from `src` and from `dist`. */
const DOCUMENT = join(__dirname, '../../../openapi.json');
const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'));
const SWAGGER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** The API page, for administrators: what the gateway answers, as OpenAPI and as a page made of it. */
@Controller('docs')
@UseGuards(AdminGuard)
@UseFilters(AdminErrorFilter, LoginRedirectFilter)
export class ApiDocsController {
  @Get()
  @Summary('The API as a page')
  page(@Res() response: Response): void {
    response.type('html').send(DOCS_PAGE);
  }

  @Get('openapi.json')
  @Summary('The API as an OpenAPI document')
  document(@Res() response: Response): void {
    response.sendFile(DOCUMENT);
  }

  @Get('start.js')
  @Summary('What starts that page')
  startScript(@Res() response: Response): void {
    response.type('js').send(START_SCRIPT);
  }

  @Get(':file')
  @Summary('What that page is made of')
  file(@Param('file') file: string, @Res() response: Response): void {
    if (!SWAGGER_FILES.includes(file)) throw new NotFoundError('There is no such file.');
    response.sendFile(file, { root: SWAGGER_UI });
  }
}
