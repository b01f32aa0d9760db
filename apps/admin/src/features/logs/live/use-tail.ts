import type { TailEventDto, TailFilter } from '@gemini-balance/shared';
import { useEffect, useState } from 'react';

const MOST_EVENTS = 500;
const AGAIN_AFTER_MS = 3_000;

/** An event with a number of its own. */
export type NumberedEvent = TailEventDto & { number: number };

/** What happens in the gateway, newest first, while `isPaused` is not; connects again by itself. `filter` must keep its identity. */
export function useTail(filter: TailFilter, isPaused: boolean) {
  const [events, setEvents] = useState<NumberedEvent[]>([]);
  const [isConnected, setIsConnected] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (isPaused) return;
    const socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/api/logs/tail`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    socket.onopen = () => {
      setIsConnected(true);
      socket.send(JSON.stringify(filter));
    };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as TailEventDto | { kind: 'dropped' };
      if (event.kind === 'dropped') return;
      setEvents((present) =>
        [{ ...event, number: (present[0]?.number ?? 0) + 1 }, ...present].slice(0, MOST_EVENTS),
      );
    };
    socket.onclose = () => {
      setIsConnected(false);
      timer = setTimeout(() => setAttempt((count) => count + 1), AGAIN_AFTER_MS);
    };
    return () => {
      socket.onclose = null;
      clearTimeout(timer);
      socket.close();
      setIsConnected(false);
    };
  }, [filter, isPaused, attempt]);
  return { events, isConnected, clear: () => setEvents([]) };
}
