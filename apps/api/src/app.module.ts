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
import { FileAdminModule } from './modules/file-admin/file-admin.module';
import { FilesModule } from './modules/files/files.module';
import { HealthModule } from './modules/health/health.module';
import { KeyAdminModule } from './modules/key-admin/key-admin.module';
import { KeyChecksModule } from './modules/key-checks/key-checks.module';
import { ImagesModule } from './modules/images/images.module';
import { LiveModule } from './modules/live/live.module';
import { LogAdminModule } from './modules/log-admin/log-admin.module';
import { KeysModule } from './modules/keys/keys.module';
import { ModelAdminModule } from './modules/model-admin/model-admin.module';
import { MetricsModule } from './modules/metrics/metrics.module';
import { ModelsModule } from './modules/models/models.module';
import { LogLines } from './logging/log-lines';
import { LogLinesModule } from './modules/runtime/log-lines.module';
import { ResponsesModule } from './modules/responses/responses.module';
import { ProxiesModule } from './modules/proxies/proxies.module';
import { RuntimeModule } from './modules/runtime/runtime.module';
import { SchedulerModule } from './modules/scheduler/scheduler.module';
import { SettingsModule } from './modules/settings/settings.module';
import { StorageModule } from './modules/storage/storage.module';
import { StatsModule } from './modules/stats/stats.module';
import { TelemetryModule } from './modules/telemetry/telemetry.module';
import { TokensModule } from './modules/tokens/tokens.module';
import { TranscriptionsModule } from './modules/transcriptions/transcriptions.module';
import { TtsModule } from './modules/tts/tts.module';
import { UploadsModule } from './modules/uploads/uploads.module';
import { UpstreamModule } from './modules/upstream/upstream.module';
import { VersionModule } from './modules/version/version.module';
import { VertexModule } from './modules/vertex/vertex.module';

/** All modules, each after those it builds on. */
@Module({})
export class AppModule {
  /** @param lines the log lines of the process, which become files and are told on */
  static forRoot(store: SettingsStore, lines = new LogLines()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule,
        LogLinesModule.forRoot(lines),
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
        ResponsesModule,
        VertexModule,
        UploadsModule,
        EmbeddingsModule,
        ImagesModule,
        TtsModule,
        TranscriptionsModule,
        FilesModule,
        LiveModule,
        HealthModule,
        MetricsModule,
        ClientRoutesModule,
        KeyChecksModule,
        KeyAdminModule,
        ModelAdminModule,
        FileAdminModule,
        ProxiesModule,
        SchedulerModule,
        StatsModule,
        StorageModule,
        AuthModule,
        LogAdminModule,
        ApiDocsModule,
        VersionModule,
        AdminUiModule,
      ],
    };
  }
}
