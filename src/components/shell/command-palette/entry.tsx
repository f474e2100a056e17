import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface GroupProps {
  /** What was typed. */
  text: string;
  onGo: (href: string) => void;
}

export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

interface EntryProps {
  /** Unlike all others in the list. */
  value: string;
  icon: LucideIcon;
  onSelect: () => void;
  children: ReactNode;
  hint?: ReactNode;
}

export function Entry({ value, icon: Icon, onSelect, children, hint }: EntryProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-11 cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1 data-[selected=true]:bg-primary-soft data-[selected=true]:text-primary-text md:min-h-9"
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      <span className="min-w-0 truncate">{children}</span>
      {hint && <span className="ml-auto shrink-0 text-table tabular-nums">{hint}</span>}
    </Command.Item>
  );
}
