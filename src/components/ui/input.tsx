import type { ComponentProps } from "react";
import { cn } from "../class-names";

/** 16 px on the phone, or iOS zooms into the page at focus. */
export const fieldClasses =
  "w-full rounded-control border border-control/60 bg-surface px-3 text-base text-foreground transition-colors duration-150 placeholder:text-muted-foreground hover:border-control disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger md:text-sm";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(fieldClasses, "h-11 md:h-9", className)} {...props} />;
}
