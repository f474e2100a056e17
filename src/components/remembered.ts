"use client";

import { useSyncExternalStore } from "react";

/** One of a few choices that this browser keeps; the first counts until another is made. */
export function remembered<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) {
  const listeners = new Set<() => void>();
  const read = (): Choice => {
    const kept = localStorage.getItem(name);
    return choices.find((choice) => choice === kept) ?? choices[0];
  };
  const write = (choice: Choice) => {
    localStorage.setItem(name, choice);
    for (const notify of listeners) notify();
  };
  const subscribe = (notify: () => void) => {
    listeners.add(notify);
    addEventListener("storage", notify);
    return () => {
      listeners.delete(notify);
      removeEventListener("storage", notify);
    };
  };
  const use = () => [useSyncExternalStore(subscribe, read, () => choices[0]), write] as const;
  return { read, use };
}
