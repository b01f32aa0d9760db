/** How a field that takes text or a choice looks. */
export const CONTROL =
  'w-full rounded-md border border-control bg-surface px-3 py-1.5 text-ink placeholder:text-soft aria-invalid:border-danger disabled:opacity-55 max-sm:text-base';
