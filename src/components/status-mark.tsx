import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import type { BadgeTone } from "./ui/badge";

const toneClasses: Record<BadgeTone, string> = {
  neutral: "text-muted-foreground",
  primary: "text-primary-text",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
  info: "text-info-text",
};

interface StatusMarkProps {
  icon: LucideIcon;
  tone: BadgeTone;
  children: ReactNode;
  className?: string;
}

/** A state as icon and word. Only the icon is coloured: a table full of them stays quiet. */
export function StatusMark({ icon: Icon, tone, children, className }: StatusMarkProps) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap align-middle", className)}>
      <Icon className={cn("size-4 shrink-0", toneClasses[tone])} aria-hidden="true" />
      {children}
    </span>
  );
}
