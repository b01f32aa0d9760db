import type { VersionDto } from '@gemini-balance/shared';
import type { AxiosInstance } from 'axios';
import { gt, valid } from 'semver';
import type { Clock } from '../../core/clock';
import { isJsonObject } from '../../core/json-object';

/** The repository whose releases are looked at. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** A release is news for days; a failure may be over in minutes. */
const FRESH_MS = 6 * 3_600_000;
const RETRY_MS = 600_000;

/** What gemini-balance's example of an environment has in place of a name. */
const NOBODY = 'your_owner';

/** Knows whether a newer release is out. Asks GitHub, seldom, and only where a repository is named. */
export class VersionCheck {
  #last: { readonly of: string; readonly told: VersionDto & { checkedAtMs: number } } | undefined;

  constructor(
    private readonly current: string,
    private readonly axios: Pick<AxiosInstance, 'get'>,
    private readonly repository: () => Repository,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  async tell(isFresh: boolean): Promise<VersionDto> {
    const { owner, name } = this.repository();
    if (owner === '' || owner === NOBODY || name === '') return { current: this.current, isChecked: false };
    const of = `${owner}/${name}`;
    const nowMs = this.clock.nowMs();
    const last = this.#last?.of === of ? this.#last.told : undefined;
    const goodMs = last?.failure === undefined ? FRESH_MS : RETRY_MS;
    if (last !== undefined && !isFresh && nowMs - last.checkedAtMs < goodMs) return last;
    const path = [owner, name].map(encodeURIComponent).join('/');
    const told = {
      current: this.current,
      repositoryUrl: `https://github.com/${path}`,
      isChecked: true,
      checkedAtMs: nowMs,
      ...(await this.#ask(of, path)),
    };
    this.#last = { of, told };
    return told;
  }

  async #ask(of: string, path: string): Promise<Pick<VersionDto, 'latest' | 'failure'>> {
    try {
      const { status, data } = await this.axios.get<string>(
        `https://api.github.com/repos/${path}/releases/latest`,
      );
      if (status !== 200) return { failure: `GitHub answered ${status} for ${of}.` };
      return this.#read(JSON.parse(data) as unknown) ?? { failure: 'The newest release has no version.' };
    } catch {
      return { failure: 'GitHub could not be asked.' };
    }
  }

  #read(release: unknown): Pick<VersionDto, 'latest'> | undefined {
    const { tag_name: tag, html_url: url } = isJsonObject(release) ? release : {};
    const version = typeof tag === 'string' ? valid(tag) : null;
    if (version === null || typeof url !== 'string' || !url.startsWith('https://')) return undefined;
    return { latest: { version, url, isNewer: gt(version, this.current) } };
  }
}
