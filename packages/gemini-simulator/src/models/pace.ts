/** How a stream is spread over time. */
export interface Pace {
  /** Events of a text answer, at least 1. */
  readonly events: number;
  /** Milliseconds between two events. */
  readonly eventDelayMs: number;
}

/** The pace that a model's name asks for: `sim-200x50` streams 200 events, one each 50 ms. */
export function paceOf(model: string): Pace | undefined {
  const match = /^sim-(\d{1,6})x(\d{1,6})$/.exec(model);
  return match ? { events: Math.max(1, Number(match[1])), eventDelayMs: Number(match[2]) } : undefined;
}
