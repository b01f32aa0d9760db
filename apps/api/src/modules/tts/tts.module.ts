import { Module } from '@nestjs/common';
import { SoundEncoders } from '../../core/speech/sound-encoders';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { encodeOnThread } from './encode-on-thread';
import { SpeechRoutes } from './speech.routes';

const ENCODED_AT_ONCE = 2;

@Module({
  imports: [GatewayModule, KeysModule, ModelsModule],
  providers: [
    SpeechRoutes,
    { provide: SoundEncoders, useFactory: () => new SoundEncoders(encodeOnThread, ENCODED_AT_ONCE) },
  ],
})
export class TtsModule {}
