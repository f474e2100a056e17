import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: ReactNode;
  /** Why it is empty. */
  children?: ReactNode;
  /** The one next action. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-start gap-1 py-6", className)}>
      {Icon && <Icon className="mb-1 size-5 text-muted-foreground" aria-hidden="true" />}
      <div className="font-medium">{title}</div>
      {children && <p className="max-w-prose text-muted-foreground">{children}</p>}
      {action && <div className="pt-3">{action}</div>}
    </div>
  );
}
