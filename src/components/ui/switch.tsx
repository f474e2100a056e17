"use client";

import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "../class-names";

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "relative h-6 w-10 shrink-0 rounded-full bg-control transition-colors duration-150 before:absolute before:-inset-2.5 before:content-[''] disabled:opacity-50 data-[state=checked]:bg-primary md:before:inset-0",
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-5 translate-x-0.5 rounded-full bg-surface transition-transform duration-150 data-[state=checked]:translate-x-[1.125rem]" />
    </Primitive.Root>
  );
}
