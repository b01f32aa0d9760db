const PAUSE_MS = 50;
const PATIENCE_MS = 45_000;

/** Asks again until the answer is there: what the gateway stores behind its answers comes a moment later. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error('It did not come.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
