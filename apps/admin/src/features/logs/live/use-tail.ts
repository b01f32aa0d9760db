import type { TailDroppedDto, TailEventDto, TailFilter } from '@gemini-balance/shared';
import { useEffect, useState } from 'react';

const MOST_EVENTS = 500;
const AGAIN_AFTER_MS = 3_000;

/** An event with a number of its own, counted from 1. */
export type NumberedEvent = TailEventDto & { number: number };

/** What happens in the gateway, newest first; connects again by itself. `filter` must keep its identity. */
export function useTail(filter: TailFilter) {
  const [events, setEvents] = useState<readonly NumberedEvent[]>([]);
  /** How many the gateway left out, because they could not be read as fast as they came. */
  const [leftOut, setLeftOut] = useState(0);
  const [isConnected, setIsConnected] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/api/logs/tail`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    socket.onopen = () => {
      setIsConnected(true);
      socket.send(JSON.stringify(filter));
    };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as TailEventDto | TailDroppedDto;
      if (event.kind === 'dropped') setLeftOut((count) => count + event.count);
      else
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
  }, [filter, attempt]);
  const clear = (): void => {
    setEvents([]);
    setLeftOut(0);
  };
  return { events, leftOut, isConnected, clear };
}
