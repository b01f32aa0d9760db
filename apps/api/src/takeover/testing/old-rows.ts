import type { OldRows } from './make-old-database';

export const KEY_1 = `AIzaSy${'a'.repeat(33)}`;
export const KEY_2 = `AIzaSy${'b'.repeat(33)}`;
export const VERTEX_KEY = `AQ.${'v'.repeat(50)}`;
export const PAID_KEY = `AIzaSy${'p'.repeat(33)}`;

const setting = (key: string, value: string) => ({
  key,
  value,
  description: '',
  created_at: '2026-01-01 00:00:00',
});

/** An installation in use: what its table of settings holds, a file, and its logs, written in Shanghai. */
export const OLD_ROWS: OldRows = {
  t_settings: [
    setting('API_KEYS', JSON.stringify([KEY_1, KEY_2])),
    setting('VERTEX_API_KEYS', JSON.stringify([VERTEX_KEY])),
    setting('PAID_KEY', PAID_KEY),
    setting('ALLOWED_TOKENS', '["sk-team-one", "sk-team-two"]'),
    setting('AUTH_TOKEN', 'sk-admin-of-old'),
    setting('MAX_FAILURES', '7'),
    setting('SHOW_SEARCH_LINK', 'false'),
    setting('SEARCH_MODELS', '["gemini-3-pro"]'),
    setting('IMAGE_MODELS', '["gemini-2.0-flash-exp", "gemini-2.5-flash-image-preview"]'),
    setting('THINKING_BUDGET_MAP', '{"gemini-2.5-flash": 1024.0}'),
    setting('CREATE_IMAGE_MODEL', 'imagen-3.0-generate-002'),
    setting('STREAM_CHUNK_SIZE', 'many'),
    setting('PRO_MODEL_MAX_USAGE', '9'),
    setting('SMMS_SECRET_TOKEN', 'smms-secret-text'),
  ],
  t_file_records: [
    {
      name: 'files/abc',
      display_name: 'report.pdf',
      mime_type: 'application/pdf',
      size_bytes: 12,
      state: 'ACTIVE',
      create_time: '2026-11-20 10:00:00.123456',
      expiration_time: '2026-11-22 10:00:00.000000',
      uri: 'https://generativelanguage.googleapis.com/v1beta/files/abc',
      api_key: KEY_1,
      user_token: 'sk-team-one',
    },
    { name: 'files/gone', expiration_time: '2026-11-01 00:00:00', api_key: KEY_1, user_token: 'sk-team-one' },
    {
      name: 'files/orphan',
      expiration_time: '2026-11-22 10:00:00',
      api_key: 'AIzaNobody',
      user_token: 'sk-team-one',
    },
  ],
  t_error_logs: [
    {
      gemini_key: KEY_1,
      model_name: 'gemini-2.5-pro',
      error_type: 'openai-chat-stream',
      error_log: `{"error":{"code":429,"message":"Quota exceeded for ${KEY_1}"}}`,
      error_code: 429,
      request_msg: '{"contents": [{"role": "user"}]}',
      request_time: '2026-11-20 08:30:00',
    },
  ],
  t_request_log: [
    {
      request_time: '2026-11-20 08:30:00',
      model_name: 'gemini-2.5-pro',
      api_key: KEY_2,
      is_success: 1,
      status_code: 200,
      latency_ms: 812,
    },
    {
      request_time: '2026-11-20 08:31:00',
      model_name: 'gemini-2.5-pro',
      api_key: 'gone',
      is_success: 0,
      status_code: null,
      latency_ms: null,
    },
  ],
};
