"use client";

import { Search } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { cn } from "./class-names";
import { isForPage } from "./shell/shortcuts/key-switch";
import { Input } from "./ui/input";
import { useTypedEarly } from "./use-typed-early";

const pauseMs = 250;

interface SearchFieldProps {
  label: string;
  /** As it stands in the address. */
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  className?: string;
}

/** Asks once the fingers rest. "/" leads here from anywhere on the page. */
export function SearchField({ label, value, onChange, autoFocus, className }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useTypedEarly(input, setText);
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) setText(value);
    asked.current = value;
  }, [value]);
  const ask = useCallback(() => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onChange(wanted);
  }, [text, onChange]);
  useEffect(() => {
    const timer = setTimeout(ask, pauseMs);
    return () => clearTimeout(timer);
  }, [ask]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isForPage(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  return (
    <search className={cn("relative block", className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Whoever leaves the field goes on to a row: asking later would take that step back.
        onBlur={ask}
        className="pl-9"
      />
    </search>
  );
}
