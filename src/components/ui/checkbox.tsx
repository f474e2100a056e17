import type { ComponentProps } from "react";
import { cn } from "../class-names";

/** A box to tick; the whole line is its label. */
export function Checkbox({ className, children, ...props }: ComponentProps<"input">) {
  return (
    <label
      className={cn(
        "-mx-2 flex min-h-11 items-center gap-3 rounded-control px-2 hover:bg-hover md:min-h-8 md:gap-2.5",
        className,
      )}
    >
      <input type="checkbox" className="size-5 shrink-0 accent-primary md:size-4" {...props} />
      {children}
    </label>
  );
}
