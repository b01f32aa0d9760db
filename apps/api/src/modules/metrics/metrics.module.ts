import { Module } from '@nestjs/common';
import { version } from '../../../package.json';
import { RequestBodies } from '../gateway/request-bodies';
import { GatewayModule } from '../gateway/gateway.module';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { LogRecorder } from '../logs/recording/log-recorder';
import { CallMetrics } from '../telemetry/call-metrics/call-metrics';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { MetricsRoutes } from './metrics.routes';
import { addStateMetrics } from './state-metrics';

/** Figures for Prometheus. */
@Module({
  imports: [KeysModule, TelemetryModule, GatewayModule],
  providers: [MetricsRoutes],
})
export class MetricsModule {
  constructor(metrics: CallMetrics, pools: KeyPools, logs: LogRecorder, bodies: RequestBodies) {
    addStateMetrics(metrics.registry, {
      version,
      pool: (kind) => pools.of(kind),
      logs,
      heldBodyBytes: () => bodies.heldBytes,
    });
  }
}
