import { parse } from 'yaml';
import { isInRepository, repositoryText } from '../support/documents/compose-files';

const OF_THE_API = 'docker/api.Dockerfile';
const OF_BOTH = 'Dockerfile';
const DOCKERFILES = [OF_BOTH, OF_THE_API, 'docker/admin.Dockerfile'];
const PACKAGES = ['apps/api', 'apps/admin', 'packages/shared'];

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly { readonly uses?: string }[];
}

const workflow = parse(repositoryText('.github/workflows/ci.yml')) as Workflow;
const manifest = (directory: string) =>
  JSON.parse(repositoryText(`${directory}package.json`)) as {
    version: string;
    engines: { node: string };
  };

/** The lines of a Dockerfile, or of its last stage. */
const linesOf = (path: string): string[] => repositoryText(path).trimEnd().split('\n');
const lastStageOf = (path: string): string[] => {
  const lines = linesOf(path);
  return lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
};

describe.each(DOCKERFILES)('%s', (path) => {
  it('takes the Node that .nvmrc names, and pnpm in the version of package.json', () => {
    const node = repositoryText('.nvmrc').trim();
    expect(linesOf(path)).toContain(`ARG NODE_VERSION=${node}`);
    expect(repositoryText(path)).not.toMatch(/pnpm@/);
    expect(repositoryText(path)).toContain("require('./package.json').packageManager");
  });

  it('copies only what is there', () => {
    const copied = linesOf(path).flatMap(
      (line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]!.split(' ') ?? [],
    );
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((source) => !isInRepository(source))).toEqual([]);
  });

  it('fits every architecture', () => {
    expect(repositoryText(path)).not.toMatch(/amd64|arm64|x86_64|aarch64|x64|TARGETARCH|--platform/);
  });

  it('runs as nobody in particular, is told signals, and looks after its health without curl', () => {
    const stage = lastStageOf(path);
    expect(stage).toContain('USER 1000:1000');
    expect(stage.filter((line) => /^(CMD|ENTRYPOINT) \["(node|\/bin\/sh)", /.test(line))).toHaveLength(1);
    expect(stage.filter((line) => /^HEALTHCHECK .* CMD \["/.test(line))).toHaveLength(1);
    expect(repositoryText(path)).not.toContain('curl');
  });
});

it('runs the api in one container as in two', () => {
  const withoutDashboard = lastStageOf(OF_BOTH).filter((line) => !line.includes('apps/admin/dist'));
  expect(withoutDashboard).toEqual(lastStageOf(OF_THE_API));
});

it('starts nginx by a script that ends as nginx', () => {
  expect(repositoryText('docker/serve-dashboard.sh').trimEnd().split('\n').at(-1)).toMatch(/^exec nginx /);
});

it('gives every package the version of the whole', () => {
  const { version } = manifest('');
  expect(PACKAGES.map((directory) => manifest(`${directory}/`).version)).toEqual(PACKAGES.map(() => version));
});

describe('the workflow', () => {
  const jobs = Object.values(workflow.jobs);

  it('tests on the oldest Node that is supported and on that of the images', () => {
    const oldest = Number(/\d+/.exec(manifest('').engines.node)![0]);
    const ofImages = Number(repositoryText('.nvmrc'));
    expect(workflow.jobs['test']!.strategy!.matrix['node']).toEqual([oldest, ofImages]);
  });

  it('builds every Dockerfile for both platforms', () => {
    const { image, platform } = workflow.jobs['image']!.strategy!.matrix;
    expect(image).toEqual(DOCKERFILES.map((dockerfile) => expect.objectContaining({ dockerfile })));
    expect(platform!.map((each) => (each as { name: string }).name)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('may read, and write packages where it publishes', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const granted = jobs.flatMap(({ permissions = {} }) => Object.entries(permissions));
    const writes = granted.filter(([, access]) => access !== 'read').map(([scope]) => scope);
    expect(new Set(writes)).toEqual(new Set(['packages']));
  });

  it('pins the actions it uses', () => {
    const used = jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((action) => !/^[\w/-]+@v\d+$/.test(action))).toEqual([]);
  });
});
