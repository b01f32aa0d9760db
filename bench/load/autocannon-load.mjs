// Closed-loop load by autocannon, where wrk is not installed. It costs more CPU than wrk, so figures are lower.
import autocannon from 'autocannon';

/** @returns {Promise<import('./closed-loop.mjs').LoadResult>} */
export async function autocannonLoad({ url, headers, body, connections, seconds }) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections,
    duration: seconds,
  });
  return {
    requests: result.requests.total,
    seconds: result.duration,
    failed: result.non2xx + result.errors + result.timeouts,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
