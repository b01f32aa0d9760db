interface AttemptTimeProps {
  /** Milliseconds after the request began. */
  afterMs: number;
  forMs: number;
  /** Of the whole request. */
  ofMs: number;
}

/** When an attempt was made in the time of its request, as a part of a line. */
export function AttemptTime({ afterMs, forMs, ofMs }: AttemptTimeProps) {
  const whole = Math.max(ofMs, afterMs + forMs, 1);
  return (
    <div aria-hidden className="h-1 rounded-full bg-line">
      <div
        className="h-full min-w-1 rounded-full bg-accent"
        style={{ marginInlineStart: `${(afterMs / whole) * 100}%`, width: `${(forMs / whole) * 100}%` }}
      />
    </div>
  );
}
