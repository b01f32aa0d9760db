import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { join } from 'node:path';
import { dashboardFiles } from './dashboard-files';

/** The same place from `src` and from `dist`. */
const BUILT_DASHBOARD = join(__dirname, '../../../../admin/dist');

/** Serves the dashboard to browsers. */
@Module({})
export class AdminUiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(dashboardFiles(BUILT_DASHBOARD)).forRoutes('{*path}');
  }
}
