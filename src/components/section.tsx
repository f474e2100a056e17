import { type ReactNode, useId } from "react";

interface SectionProps {
  title: ReactNode;
  /** Beside the title: a count, a link to all of them. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page, set off by space and a hairline instead of a box. */
export function Section({ title, aside, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className="flex min-h-9 items-center justify-between gap-4 border-b pb-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside && <div className="text-muted-foreground text-table">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
