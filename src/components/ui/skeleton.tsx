import type { ComponentProps } from "react";
import { cn } from "../class-names";

/** Give it the size of what it stands for. Hidden from screen readers: the region around it says it is busy. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div aria-hidden="true" className={cn("skeleton-delay rounded-control bg-hover", className)} {...props} />
  );
}
