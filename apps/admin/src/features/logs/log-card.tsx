import type { ReactNode } from 'react';
import { LogTime, StatusMark } from './log-cells';

interface LogCardProps {
  atMs: number;
  status: number | undefined;
  isFailure: boolean;
  model: string | undefined;
  children: ReactNode;
}

/** A row of a log on a narrow screen. */
export function LogCard({ atMs, status, isFailure, model, children }: LogCardProps) {
  return (
    <div className="space-y-1">
      <div className="flex items-center justify-between gap-3">
        <StatusMark status={status} isFailure={isFailure} />
        <LogTime atMs={atMs} />
      </div>
      <div className="truncate font-medium">{model ?? '–'}</div>
      <div className="flex min-w-0 flex-wrap gap-x-3 text-soft">{children}</div>
    </div>
  );
}
