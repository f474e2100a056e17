"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { readClock } from "@/lib/read-clock";
import { cn } from "../class-names";
import { Input } from "../ui/input";

interface TimeInputProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  /** "HH:MM", or whatever was typed as long as it is none. */
  value: string;
  onChange: (value: string) => void;
}

/**
 * A time on 24 hours in every browser: "8", "830", "8.30" and "8 Uhr 30" are understood when one moves on. Whoever comes
 * to it replaces what stands there; pressed again, it takes the cursor.
 */
export function TimeInput({ value, onChange, onBlur, className, ...props }: TimeInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const read = () => {
    const time = readClock(text) ?? text.trim();
    setText(time);
    if (time !== value) onChange(time);
  };
  return (
    <Input
      {...props}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onMouseDown={(event) => {
        if (document.activeElement === event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onBlur={(event) => {
        read();
        onBlur?.(event);
      }}
      onKeyDown={(event) => event.key === "Enter" && read()}
      className={cn("w-16 px-1.5 text-center tabular-nums md:w-18", className)}
    />
  );
}
