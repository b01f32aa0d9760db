import type { SettingDto } from '@gemini-balance/shared';

/** A setting as the gateway describes it: a text that nobody set. */
export function aSetting(given: Partial<SettingDto> & { name: string }): SettingDto {
  const said = given.name.toLowerCase().replaceAll('_', ' ');
  const value = given.value ?? '';
  return {
    group: { id: 'routing', label: { en: 'Routing', zh: '路由' } },
    kind: 'text',
    label: { en: said, zh: said },
    help: { en: `About ${said}.`, zh: said },
    effect: 'live',
    isSecret: false,
    isEnvOnly: false,
    source: 'default',
    isSet: true,
    value,
    default: value,
    base: { source: 'default', value },
    ...given,
  };
}
