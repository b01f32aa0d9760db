const PAUSE_MS = 50;
/** Attempts and not a time, which also passes while a machine is suspended. */
const ATTEMPTS = 900;

/** Asks again until the answer is there: what the gateway stores behind its answers comes a moment later. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (attempt >= ATTEMPTS) throw new Error('It did not come.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
