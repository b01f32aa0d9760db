import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { TranscriptionsRoutes } from './transcriptions.routes';

@Module({ imports: [GatewayModule, KeysModule, ModelsModule], providers: [TranscriptionsRoutes] })
export class TranscriptionsModule {}
