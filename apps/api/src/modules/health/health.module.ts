import { Module } from '@nestjs/common';
import { HealthRoutes } from './health.routes';

@Module({ providers: [HealthRoutes] })
export class HealthModule {}
