import { useId, type ReactNode } from 'react';

/** A titled part of the details of something. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className="mb-2 font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
