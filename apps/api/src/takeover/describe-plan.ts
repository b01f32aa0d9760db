import type { TakeoverPlan } from './plan-takeover';

/** What a takeover will do, for the operator to read; holds no secret. */
export function describePlan(
  plan: TakeoverPlan,
  logs: { readonly errors: number; readonly requests: number } | undefined,
): string {
  const lines = [...plan.keys].map(
    ([kind, { fresh, known }]) => `${capital(kind)} keys: ${fresh.length} to add, ${known} known already`,
  );
  lines.push(
    `Tokens: ${plan.tokens.length} to add${adminNote(plan)}, ${plan.knownTokens} known already`,
    `Settings: ${plan.settings.size} to change${listed([...plan.settings.keys()])}`,
    ...plan.left.map(({ name, why }) => `  left out: ${name} ${why}`),
    `Files: ${plan.files.length} that upstream still keeps`,
    logs === undefined
      ? 'Logs: left where they are (--logs takes them over)'
      : `Logs: ${logs.errors} errors and ${logs.requests} requests`,
  );
  return lines.join('\n');
}

function adminNote({ tokens }: TakeoverPlan): string {
  return tokens.some(({ role }) => role === 'admin') ? ', one of them opens the dashboard' : '';
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
