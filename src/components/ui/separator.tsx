import { Separator as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "../class-names";

export function Separator({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "shrink-0 bg-border data-[orientation=vertical]:h-full data-[orientation=horizontal]:h-px data-[orientation=horizontal]:w-full data-[orientation=vertical]:w-px",
        className,
      )}
      {...props}
    />
  );
}
