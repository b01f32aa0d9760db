import { Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { join } from 'node:path';
import { dashboardFiles } from './dashboard-files';

/** The same place from `src` and from `dist`. */
const BUILT_DASHBOARD = join(__dirname, '../../../../admin/dist');

/** Serves the dashboard to browsers. */
@Module({})
export class AdminUiModule implements NestModule {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Ahead of the routes. Not through the consumer, which hides the path from a handler of all paths. */
  configure(): void {
    this.host.httpAdapter.use(dashboardFiles(BUILT_DASHBOARD));
  }
}
