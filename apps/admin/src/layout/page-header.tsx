import { useEffect, type ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/** The heading of a page; also names the browser's tab. */
export function PageHeader({ title, children }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · gemini-balance`;
  }, [title]);
  return (
    <div className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-2">
      <h1 className="text-lg font-semibold">{title}</h1>
      {children}
    </div>
  );
}
