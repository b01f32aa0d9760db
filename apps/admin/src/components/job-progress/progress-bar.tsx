interface ProgressBarProps {
  label: string;
  done: number;
  total: number;
}

/** How far something has come. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2 overflow-hidden rounded-full bg-hover"
    >
      <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  );
}
