import type { StreamManners } from '../../core/gateway/translation/translator';
import type { Settings } from '../../core/settings/registry';
import type { NativeManners } from './client-calls';

/** How the settings want answers to be streamed. */
export function toStreamManners(settings: Settings): StreamManners {
  const keepAliveSeconds = settings.FAKE_STREAM_ENABLED
    ? settings.FAKE_STREAM_EMPTY_DATA_INTERVAL_SECONDS
    : settings.STREAM_KEEPALIVE_SECONDS;
  return {
    keepAliveMs: keepAliveSeconds * 1000,
    pace: settings.STREAM_OPTIMIZER_ENABLED
      ? {
          minDelayMs: settings.STREAM_MIN_DELAY * 1000,
          maxDelayMs: settings.STREAM_MAX_DELAY * 1000,
          shortText: settings.STREAM_SHORT_TEXT_THRESHOLD,
          longText: settings.STREAM_LONG_TEXT_THRESHOLD,
          pieceSize: settings.STREAM_CHUNK_SIZE,
        }
      : undefined,
  };
}

/** How native streams are to reach clients; undefined for as they come. */
export function toNativeManners(settings: Settings): NativeManners | undefined {
  const { FAKE_STREAM_ENABLED: fakesStreams, STREAM_OPTIMIZER_ENABLED: isPaced } = settings;
  return fakesStreams || isPaced ? { ...toStreamManners(settings), fakesStreams } : undefined;
}
