import { group } from '../group';
import { decimal, integer } from '../kinds/number';
import { toggle } from '../kinds/toggle';

export const streamingGroup = group(
  'streaming',
  { en: 'Streaming', zh: '流式输出' },
  {
    STREAM_OPTIMIZER_ENABLED: toggle({
      label: { en: 'Smooth streams', zh: '流式优化' },
      help: {
        en: 'Hands out long chunks in small pieces with short pauses, as if typed.',
        zh: '将较长的片段拆成小块、稍作停顿地输出，如同打字。',
      },
      default: false,
    }),
    STREAM_MIN_DELAY: decimal({
      label: { en: 'Shortest pause', zh: '最小停顿' },
      help: { en: 'Pause between pieces of a long chunk.', zh: '长片段各小块之间的停顿。' },
      default: 0.016,
      min: 0,
      max: 10,
      unit: 'seconds',
    }),
    STREAM_MAX_DELAY: decimal({
      label: { en: 'Longest pause', zh: '最大停顿' },
      help: { en: 'Pause between pieces of a short chunk.', zh: '短片段各小块之间的停顿。' },
      default: 0.024,
      min: 0,
      max: 10,
      unit: 'seconds',
    }),
    STREAM_SHORT_TEXT_THRESHOLD: integer({
      label: { en: 'A short chunk is at most', zh: '短文本阈值' },
      help: {
        en: 'Up to this length a chunk is paced with the longest pause.',
        zh: '不超过此长度的片段使用最大停顿。',
      },
      default: 10,
      min: 1,
      max: 100_000,
      unit: 'characters',
    }),
    STREAM_LONG_TEXT_THRESHOLD: integer({
      label: { en: 'A long chunk is at least', zh: '长文本阈值' },
      help: {
        en: 'From this length on a chunk is handed out in pieces.',
        zh: '达到此长度的片段按小块输出。',
      },
      default: 50,
      min: 1,
      max: 100_000,
      unit: 'characters',
    }),
    STREAM_CHUNK_SIZE: integer({
      label: { en: 'Length of a piece', zh: '小块长度' },
      help: { en: 'Length of the pieces of a long chunk.', zh: '长片段拆分后每块的长度。' },
      default: 5,
      min: 1,
      max: 100_000,
      unit: 'characters',
    }),
    STREAM_KEEPALIVE_SECONDS: integer({
      label: { en: 'Keep-alive of streams', zh: '流保活间隔' },
      help: {
        en: 'Silence of a stream after which a keep-alive is sent, so that proxies do not cut the line. 0: never.',
        zh: '流静默多久后发送保活内容，以免连接被中间代理断开。0 表示不发送。',
      },
      default: 30,
      min: 0,
      max: 600,
      unit: 'seconds',
    }),
    FAKE_STREAM_ENABLED: toggle({
      label: { en: 'Fake stream', zh: '假流式' },
      help: {
        en: 'Asks upstream for a whole answer and streams it to the client, with heartbeats while it waits.',
        zh: '向上游请求完整回答，再以流的形式返回客户端，等待期间发送心跳。',
      },
      default: false,
    }),
    FAKE_STREAM_EMPTY_DATA_INTERVAL_SECONDS: integer({
      label: { en: 'Heartbeat of a fake stream', zh: '假流式心跳间隔' },
      help: { en: 'Time between heartbeats.', zh: '两次心跳之间的时间。' },
      default: 5,
      min: 1,
      max: 600,
      unit: 'seconds',
    }),
  },
);
