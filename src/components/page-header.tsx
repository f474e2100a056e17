import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** One quiet line that answers what one came for. */
  description?: ReactNode;
  /** The next action, where the eye ends. */
  actions?: ReactNode;
}

export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-5">
      <div className="min-w-0">
        <h1 className="break-words font-semibold text-title md:truncate">{title}</h1>
        {description && <p className="pt-0.5 text-muted-foreground">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
