import { Module } from '@nestjs/common';
import { ApiDocsController } from './api-docs.controller';

/** `/docs`: the API for people and for tools, behind the login. */
@Module({ controllers: [ApiDocsController] })
export class ApiDocsModule {}
