import type { JobDto } from '@gemini-balance/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isOver, jobQueries } from './job-queries';

/** A job as it goes on: by server-sent events, and where they fail by asking every other second. */
export function useJob(id: string) {
  const queryClient = useQueryClient();
  const [hasEvents, setHasEvents] = useState(false);

  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    events.onopen = () => setHasEvents(true);
    events.onerror = () => setHasEvents(false);
    events.addEventListener('job', ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as JobDto;
      queryClient.setQueryData(jobQueries.one(id, true).queryKey, job);
      if (isOver(job)) events.close();
    });
    return () => {
      events.close();
      setHasEvents(false);
    };
  }, [id, queryClient]);

  return useQuery(jobQueries.one(id, hasEvents));
}
