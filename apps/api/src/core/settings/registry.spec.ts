import { GROUPS, REGISTRY } from './registry';

/** The names of gemini-balance and of its fork, which an existing `.env` may hold. */
const KNOWN_NAMES = `
  DATABASE_TYPE SQLITE_DATABASE MYSQL_HOST MYSQL_PORT MYSQL_USER MYSQL_PASSWORD MYSQL_DATABASE MYSQL_SOCKET
  API_KEYS ALLOWED_TOKENS AUTH_TOKEN BASE_URL VERTEX_API_KEYS VERTEX_EXPRESS_BASE_URL MAX_FAILURES MAX_RETRIES TIME_OUT
  TEST_MODEL PROXIES PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY URL_NORMALIZATION_ENABLED CUSTOM_HEADERS SEARCH_MODELS
  IMAGE_MODELS FILTERED_MODELS TOOLS_CODE_EXECUTION_ENABLED URL_CONTEXT_ENABLED URL_CONTEXT_MODELS SHOW_SEARCH_LINK
  SHOW_THINKING_PROCESS THINKING_MODELS THINKING_BUDGET_MAP SAFETY_SETTINGS TTS_MODEL TTS_VOICE_NAME TTS_SPEED PAID_KEY
  CREATE_IMAGE_MODEL UPLOAD_PROVIDER SMMS_SECRET_TOKEN PICGO_API_KEY PICGO_API_URL CLOUDFLARE_IMGBED_URL
  CLOUDFLARE_IMGBED_AUTH_CODE CLOUDFLARE_IMGBED_UPLOAD_FOLDER OSS_ENDPOINT OSS_ENDPOINT_INNER OSS_ACCESS_KEY
  OSS_ACCESS_KEY_SECRET OSS_BUCKET_NAME OSS_REGION STREAM_OPTIMIZER_ENABLED STREAM_MIN_DELAY STREAM_MAX_DELAY
  STREAM_SHORT_TEXT_THRESHOLD STREAM_LONG_TEXT_THRESHOLD STREAM_CHUNK_SIZE FAKE_STREAM_ENABLED
  FAKE_STREAM_EMPTY_DATA_INTERVAL_SECONDS CHECK_INTERVAL_HOURS TIMEZONE GITHUB_REPO_OWNER GITHUB_REPO_NAME LOG_LEVEL
  ERROR_LOG_RECORD_REQUEST_BODY AUTO_DELETE_ERROR_LOGS_ENABLED AUTO_DELETE_ERROR_LOGS_DAYS
  AUTO_DELETE_REQUEST_LOGS_ENABLED AUTO_DELETE_REQUEST_LOGS_DAYS FILES_CLEANUP_ENABLED FILES_CLEANUP_INTERVAL_HOURS
  FILES_USER_ISOLATION_ENABLED ADMIN_SESSION_EXPIRE VALID_KEY_POOL_ENABLED VALID_KEY_POOL_SIZE KEY_TTL_HOURS
  POOL_MIN_THRESHOLD EMERGENCY_REFILL_COUNT POOL_MAINTENANCE_INTERVAL_MINUTES KEY_VALIDATION_GRACE_PERIOD_MINUTES
  PRO_MODELS PRO_MODEL_MAX_USAGE NON_PRO_MODEL_MAX_USAGE GEMINI_QUOTA_RESET_HOUR KEY_VERIFICATION_BATCH_SIZE
  CONCURRENT_VERIFICATIONS GOOGLE_API_KEY
`
  .trim()
  .split(/\s+/);

it('declares every name that an existing installation may have set', () => {
  expect(KNOWN_NAMES.filter((name) => !REGISTRY.has(name as never))).toEqual([]);
});

it('declares no name twice', () => {
  const names = GROUPS.flatMap(({ settings }) => Object.keys(settings));
  expect(names.length).toBe(REGISTRY.size);
});

it('gives each group an id of its own', () => {
  expect(new Set(GROUPS.map(({ id }) => id)).size).toBe(GROUPS.length);
});

it('never offers to change what only the environment sets', () => {
  for (const setting of REGISTRY.values()) {
    if (setting.managedAt !== undefined) expect(setting.isEnvOnly).toBe(true);
  }
});

describe.each([...REGISTRY])('%s', (name, setting) => {
  it('is a name that every shell accepts', () => expect(name).toMatch(/^[A-Z][A-Z0-9_]{2,99}$/));

  it('has a default that passes its own validation', () => {
    expect(setting.fromJson(setting.toJson(setting.default))).toEqual({ ok: true, value: setting.default });
  });

  it('explains itself in both languages', () => {
    expect(setting.label.en).toMatch(/^[A-Z]/);
    expect(setting.help.en).toMatch(/[.)]$/);
    expect(setting.label.zh).not.toBe('');
    expect(setting.help.zh).toMatch(/\p{Script=Han}.*[。）]$/u);
  });
});
