import Ajv from 'ajv';
import { parseEnvFile } from '../../src/core/settings/env/env-file';
import { layOver } from '../../src/core/settings/env/env-layer';
import { isSettingName, REGISTRY } from '../../src/core/settings/registry';
import { resolveSettings } from '../../src/core/settings/resolve';
import {
  COMPOSE_FILES,
  COMPOSE_OVERLAYS,
  interpolatedNames,
  isInRepository,
  readCompose,
  repositoryText,
  withDefaults,
} from '../support/documents/compose-files';
import { COMPOSE_SCHEMA } from '../support/documents/compose-schema';

/** What serve-dashboard.sh reads besides settings. */
const OF_THE_ADMIN_IMAGE = ['API_ADDRESS'];
/** Services whose image is not made here. */
const FOREIGN = ['gemini-balance-mysql', 'mysql-passwords', 'egress-proxy'];

const all = [...COMPOSE_FILES, ...COMPOSE_OVERLAYS];
const services = all.flatMap((path) =>
  Object.entries(readCompose(path).services).map(([name, service]) => ({ path, name, service })),
);
const ours = services.filter(({ name }) => !FOREIGN.includes(name));
const built = ours.filter(({ service }) => service.build !== undefined);

it.each(all)('%s keeps to the Compose Specification', (path) => {
  const validate = new Ajv({ allErrors: true }).compile(COMPOSE_SCHEMA);
  validate(readCompose(path));
  expect(validate.errors ?? []).toEqual([]);
});

it.each(all)('%s takes nothing but settings from .env', (path) => {
  expect(interpolatedNames(path).filter((name) => !isSettingName(name))).toEqual([]);
});

it.each(ours.map(({ path, name, service }) => [path, name, service] as const))(
  '%s gives %s nothing but settings',
  (_path, _name, { environment = {} }) => {
    const unknown = Object.keys(environment)
      .filter((name) => !isSettingName(name.replace(/_FILE$/, '')))
      .filter((name) => !OF_THE_ADMIN_IMAGE.includes(name));
    expect(unknown).toEqual([]);
  },
);

it.each(services.map(({ path, name, service }) => [path, name, service] as const))(
  '%s holds no secret of %s',
  (_path, _name, { environment = {} }) => {
    const secrets = Object.entries(environment).filter(([name]) => /PASSWORD|TOKEN|SECRET|KEY/.test(name));
    for (const [name, value] of secrets) expect(name.endsWith('_FILE') ? '' : withDefaults(value)).toBe('');
  },
);

it.each(built.map(({ path, name, service }) => [path, name, service] as const))(
  '%s runs %s from a Dockerfile that is there, with no more rights than it needs and time to finish',
  (_path, _name, service) => {
    const { build } = service;
    expect(isInRepository(typeof build === 'object' ? build.dockerfile : 'Dockerfile')).toBe(true);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    const [delay, drain] = [REGISTRY.get('DRAIN_DELAY_SECONDS')!, REGISTRY.get('DRAIN_SECONDS')!];
    const seconds = (delay.default as number) + (drain.default as number);
    expect(Number(/^(\d+)s$/.exec(service.stop_grace_period!)?.[1])).toBeGreaterThan(seconds + 5);
  },
);

it.each(COMPOSE_FILES)('%s gives the api settings that fit with .env.example as it is', (path) => {
  const { environment = {} } = Object.values(readCompose(path).services).find(
    (service) => service.environment?.DATA_DIR !== undefined,
  )!;
  const given = Object.entries(environment).map(([name, value]) => [name, withDefaults(value)] as const);
  const env = layOver(parseEnvFile(repositoryText('.env.example')), Object.fromEntries(given));
  const { problems, notices, settings } = resolveSettings(env, new Map());
  expect([problems, notices.filter(({ reason }) => reason === 'near_miss')]).toEqual([[], []]);
  expect([settings.PORT, settings.DATA_DIR]).toEqual([8000, '/app/data']);
});

it.each(all)('%s refers to services, networks and volumes that are there', (path) => {
  const isOverlay = (COMPOSE_OVERLAYS as readonly string[]).includes(path);
  const base = isOverlay ? readCompose('compose.yaml') : undefined;
  const file = readCompose(path);
  const known = {
    services: Object.keys({ ...base?.services, ...file.services }),
    networks: Object.keys({ ...base?.networks, ...file.networks }),
    volumes: Object.keys({ ...base?.volumes, ...file.volumes }),
  };
  for (const { depends_on, networks, volumes } of Object.values(file.services)) {
    expect(known.services).toEqual(expect.arrayContaining(Object.keys(depends_on ?? {})));
    expect(known.networks).toEqual(
      expect.arrayContaining(Array.isArray(networks) ? networks : Object.keys(networks ?? {})),
    );
    const named = (volumes ?? []).map((volume) => volume.split(':')[0]);
    expect(known.volumes).toEqual(expect.arrayContaining(named));
  }
});
