/** What scheduled tasks say came of a run, and the values in each sentence. */
export const SCHEDULE_SENTENCES = {
  proxies_checked: ['count', 'available'],
  resources_forgotten: ['count'],
  logs_deleted: ['errors', 'requests', 'audit'],
  pictures_deleted: ['count'],
  pictures_kept: [],
  responses_forgotten: ['count'],
  sessions_forgotten: ['count'],
  signatures_forgotten: ['count'],
  jobs_forgotten: ['count'],
  keys_tried: ['count', 'good'],
  models_listed: ['count'],
} as const;
