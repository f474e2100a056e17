import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/class-names";

interface RowsLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
}

/** A number, leading to the rows it was counted from. A page holds many: they are loaded when one is wanted. */
export function RowsLink({ href, children, className }: RowsLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      suppressHydrationWarning
      className={cn(
        "inline-flex min-h-11 items-center underline-offset-4 hover:underline sm:min-h-9",
        className,
      )}
    >
      {children}
    </Link>
  );
}
