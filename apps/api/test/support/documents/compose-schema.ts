/**
 * The words of the Compose Specification (github.com/compose-spec/compose-spec, schema/compose-spec.json) that the files of this
 * repository use, as a JSON schema. It is closed: a word that is mistyped or stands in the wrong place is refused.
 */
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const duration = { type: 'string', pattern: '^(\\d+(us|ms|s|m|h))+$' };

const service = closed({
  build: { oneOf: [text, closed({ context: text, dockerfile: text })] },
  image: text,
  restart: { enum: ['no', 'unless-stopped'] },
  depends_on: mapOf(
    closed({
      condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] },
    }),
  ),
  env_file: text,
  environment: mapOf({ oneOf: [text, { type: 'number' }] }),
  entrypoint: texts,
  command: texts,
  ports: {
    type: 'array',
    items: closed({ target: { type: 'integer' }, published: text, host_ip: text }),
  },
  volumes: texts,
  networks: { oneOf: [texts, mapOf({ oneOf: [{ type: 'null' }, closed({ aliases: texts })] })] },
  network_mode: { enum: ['none'] },
  healthcheck: closed({ test: texts, interval: duration, timeout: duration, retries: { type: 'integer' } }),
  stop_grace_period: duration,
  read_only: { type: 'boolean' },
  tmpfs: texts,
  cap_drop: texts,
  cap_add: texts,
  security_opt: texts,
});

export const COMPOSE_SCHEMA = closed({
  name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
  services: mapOf(service),
  networks: mapOf({
    oneOf: [
      { type: 'null' },
      closed({ internal: { type: 'boolean' }, external: { type: 'boolean' }, name: text }),
    ],
  }),
  volumes: mapOf({ type: 'null' }),
});

function closed(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, additionalProperties: false };
}

function mapOf(values: object): object {
  return { type: 'object', propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' }, additionalProperties: values };
}
