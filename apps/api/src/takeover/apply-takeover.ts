import { Secret } from '../core/secret';
import { sha256 } from '../core/sha256';
import type { OldFile } from './old-installation';
import type { TakeoverPlan } from './plan-takeover';
import { keyName, type ThisInstallation } from './this-installation';

/** Carries a plan out. What it adds is known afterwards, so that the same plan made again is empty. */
export async function applyTakeover(
  plan: TakeoverPlan,
  here: ThisInstallation,
  nowMs: number,
): Promise<void> {
  for (const [kind, { fresh }] of plan.keys) {
    const parts = here.addKeys.add(kind, fresh, 'admin');
    while (!(await parts.next()).done);
  }
  await here.tokens.change({
    add: plan.tokens.map(({ text, name, role }) => ({
      secret: new Secret(text),
      name,
      role,
      source: 'admin',
    })),
    changeRole: [],
    remove: [],
    bury: [],
  });
  if (plan.settings.size > 0) await here.overrides.save(plan.settings);
  await takeFiles(plan.files, here, nowMs);
}

/** A file whose key or token is not here is reached by nobody, and stays behind. */
async function takeFiles(files: readonly OldFile[], here: ThisInstallation, nowMs: number): Promise<void> {
  const [keyIds, tokenIds] = [await here.keyIds(), await here.tokenIds()];
  await here.resources.put(
    files.flatMap(({ name, apiKey, userToken, expiresAtMs, body }) => {
      const keyId = keyIds.get(keyName('gemini', sha256(apiKey)));
      const tokenId = tokenIds.get(sha256(userToken));
      if (keyId === undefined || tokenId === undefined) return [];
      return [{ name, keyKind: 'gemini', keyId, tokenId, expiresAtMs, body }];
    }),
    nowMs,
  );
}
