import type { ReactNode } from 'react';

interface NoticeProps {
  icon: ReactNode;
  title: string;
  text: string;
  /** The next step: a button or a link. */
  children?: ReactNode;
}

/** A centred message in the place of content. */
export function Notice({ icon, title, text, children }: NoticeProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center [&>svg]:size-8">
      {icon}
      <p className="text-base font-semibold">{title}</p>
      <p className="text-soft">{text}</p>
      {children && <div className="mt-2">{children}</div>}
    </div>
  );
}
