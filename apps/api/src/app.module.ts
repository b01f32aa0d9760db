import { type DynamicModule, Module } from '@nestjs/common';
import type { SettingsStore } from './core/settings/settings-store';
import { DatabaseModule } from './database/database.module';
import { AdminUiModule } from './modules/admin-ui/admin-ui.module';
import { ApiDocsModule } from './modules/api-docs/api-docs.module';
import { AuditModule } from './modules/audit/audit.module';
import { AuthModule } from './modules/auth/auth.module';
import { ChatAnthropicModule } from './modules/chat-anthropic/chat-anthropic.module';
import { ChatGeminiModule } from './modules/chat-gemini/chat-gemini.module';
import { ChatOpenaiModule } from './modules/chat-openai/chat-openai.module';
import { ClientRoutesModule } from './modules/client-routes/client-routes.module';
import { EmbeddingsModule } from './modules/embeddings/embeddings.module';
import { FilesModule } from './modules/files/files.module';
import { HealthModule } from './modules/health/health.module';
import { KeyAdminModule } from './modules/key-admin/key-admin.module';
import { KeyChecksModule } from './modules/key-checks/key-checks.module';
import { ImagesModule } from './modules/images/images.module';
import { KeysModule } from './modules/keys/keys.module';
import { ModelsModule } from './modules/models/models.module';
import { ResponsesModule } from './modules/responses/responses.module';
import { RuntimeModule } from './modules/runtime/runtime.module';
import { SchedulerModule } from './modules/scheduler/scheduler.module';
import { SettingsModule } from './modules/settings/settings.module';
import { StatsModule } from './modules/stats/stats.module';
import { TelemetryModule } from './modules/telemetry/telemetry.module';
import { TokensModule } from './modules/tokens/tokens.module';
import { UploadsModule } from './modules/uploads/uploads.module';
import { TranscriptionsModule } from './modules/transcriptions/transcriptions.module';
import { TtsModule } from './modules/tts/tts.module';
import { UpstreamModule } from './modules/upstream/upstream.module';
import { VertexModule } from './modules/vertex/vertex.module';

/** All modules, each after those it builds on. */
@Module({})
export class AppModule {
  static forRoot(store: SettingsStore): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot(store.current),
        AuditModule,
        SettingsModule.forRoot(store),
        UpstreamModule,
        KeysModule,
        TokensModule,
        TelemetryModule,
        ModelsModule,
        ChatGeminiModule,
        ChatOpenaiModule,
        ChatAnthropicModule,
        VertexModule,
        ResponsesModule,
        UploadsModule,
        EmbeddingsModule,
        ImagesModule,
        TranscriptionsModule,
        TtsModule,
        FilesModule,
        HealthModule,
        ClientRoutesModule,
        KeyChecksModule,
        KeyAdminModule,
        SchedulerModule,
        StatsModule,
        AuthModule,
        ApiDocsModule,
        AdminUiModule,
      ],
    };
  }
}
