const lost = new WeakSet<Error>();

/** Notices which failures are those of a file that did not come: the gateway is away, or has a newer dashboard with other files. */
export function noticeLostParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => void lost.add(payload));
}

export function isLostPart(error: unknown): boolean {
  return error instanceof Error && lost.has(error);
}
