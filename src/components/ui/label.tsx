import type { ComponentProps } from "react";
import { cn } from "../class-names";

export function Label({ className, ...props }: ComponentProps<"label">) {
  // biome-ignore lint/a11y/noLabelWithoutControl: whoever uses it says what it is of
  return <label className={cn("select-none font-medium text-sm", className)} {...props} />;
}
