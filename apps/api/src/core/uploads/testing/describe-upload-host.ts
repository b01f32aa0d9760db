import { type UploadFile, type UploadHost, UploadHostError, UploadHostUnsetError } from '../upload-host';

/** A host in some state, for one test. */
export interface StagedHost {
  readonly host: UploadHost;
  /** Everything that has arrived there. */
  readonly received: () => Buffer;
  close(): Promise<void>;
}

/** What the contract has to know about a host. */
export interface HostSubject {
  /** One that works. */
  readonly stage: () => Promise<StagedHost>;
  /** What the address looks like that it gives. */
  readonly address: RegExp;
  /** One for each way in which it can fail, by a name for the way. */
  readonly broken: Readonly<Record<string, () => Promise<StagedHost>>>;
  /** One for each setting it cannot do without, with that one missing. */
  readonly unset: Readonly<Record<string, () => Promise<StagedHost>>>;
  /** Credentials that must not stand in any message. */
  readonly secrets: readonly string[];
}

const FILE: UploadFile = {
  bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 0x2d, 0x2d, 0x0d, 0x0a]),
  mimeType: 'image/png',
  name: '2026/11/21/6f1ed002ab5595859014ebf0.png',
};

/** What every upload host promises, also about what goes wrong behind it. */
export function describeUploadHost(name: string, subject: HostSubject): void {
  const signal = AbortSignal.timeout(20_000);

  /** Stages a host for as long as the test uses it. */
  async function on<Result>(
    stage: () => Promise<StagedHost>,
    use: (staged: StagedHost) => Promise<Result>,
  ): Promise<Result> {
    const staged = await stage();
    try {
      return await use(staged);
    } finally {
      await staged.close();
    }
  }

  const failureOf = (staged: StagedHost): Promise<unknown> =>
    staged.host.upload(FILE, signal).then(
      () => undefined,
      (error: unknown) => error,
    );

  describe(`the upload host ${name}`, () => {
    it('is known by that word', () => on(subject.stage, async ({ host }) => expect(host.id).toBe(name)));

    it('takes a file as it is, and gives an address for it', () =>
      on(subject.stage, async ({ host, received }) => {
        const bytes = Buffer.from(FILE.bytes);
        const { url } = await host.upload(FILE, signal);
        expect(url).toMatch(subject.address);
        expect(received().includes(bytes)).toBe(true);
        expect(FILE.bytes.equals(bytes)).toBe(true);
      }));

    it('passes a probe', () => on(subject.stage, ({ host }) => host.probe(signal)));

    if (Object.keys(subject.unset).length > 0)
      it.each(Object.keys(subject.unset))('says that %s is missing', (setting) =>
        on(subject.unset[setting]!, async (staged) => {
          const error = await failureOf(staged);
          expect(error).toBeInstanceOf(UploadHostUnsetError);
          expect((error as Error).message).toContain(setting);
        }),
      );

    it.each(Object.keys(subject.broken))('fails in a known way where it %s', (way) =>
      on(subject.broken[way]!, async (staged) => {
        const error = await failureOf(staged);
        expect(error).toBeInstanceOf(UploadHostError);
        for (const secret of subject.secrets) expect(String((error as Error).stack)).not.toContain(secret);
        await expect(staged.host.probe(signal)).rejects.toBeInstanceOf(UploadHostError);
      }),
    );
  });
}
