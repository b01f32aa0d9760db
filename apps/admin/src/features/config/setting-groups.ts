import type { SettingDto } from '@gemini-balance/shared';
import type { Language } from '../../locales/language';

/** The settings that are shown together. */
export interface SettingGroup {
  id: string;
  label: string;
  settings: readonly SettingDto[];
}

/** The groups in the gateway's order. */
export function groupsOf(settings: readonly SettingDto[], language: Language): SettingGroup[] {
  const ids = [...new Set(settings.map(({ group }) => group.id))];
  return ids.map((id) => {
    const members = settings.filter(({ group }) => group.id === id);
    return { id, label: members[0]!.group.label[language === 'zh-CN' ? 'zh' : 'en'], settings: members };
  });
}

/** The groups with those settings that hold every word in their name, label or help, in either language. */
export function groupsWith(groups: readonly SettingGroup[], search: string): SettingGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ name, label, help }: SettingDto): boolean => {
    const text = [name, label.en, label.zh, help.en, help.zh].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, settings: group.settings.filter(matches) }))
    .filter(({ settings }) => settings.length > 0);
}
