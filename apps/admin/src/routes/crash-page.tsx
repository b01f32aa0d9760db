import { CrashNotice } from './crash-notice';

/** Stands for the whole dashboard when not even its frame could start. */
export function CrashPage() {
  return (
    <main className="flex h-full">
      <CrashNotice />
    </main>
  );
}
