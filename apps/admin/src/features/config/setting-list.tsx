import { useId } from 'react';
import type { DraftState } from './draft/use-draft';
import type { SettingGroup } from './setting-groups';
import { SettingRow } from './setting-row';

/** The settings of a group, one below the other. */
export function SettingList({ group, state }: { group: SettingGroup; state: DraftState }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="overflow-hidden rounded-lg border bg-surface">
      <h2 id={titleId} className="border-b px-4 py-2.5 font-semibold">
        {group.label}
      </h2>
      <div className="divide-y [&_:is(a,button,input,select,textarea)]:scroll-mb-28">
        {group.settings.map((setting) => (
          <SettingRow key={setting.name} setting={setting} state={state} />
        ))}
      </div>
    </section>
  );
}
