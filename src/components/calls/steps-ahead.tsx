"use client";

import { useParams } from "next/navigation";
import { useCallback, useLayoutEffect } from "react";
import { readId } from "../read-id";
import { isForPage } from "../shell/shortcuts/key-switch";

/** From which call, still on its way, how many further down the list; below zero, further up. */
let wanted = { from: 0, steps: 0 };

/** Keys pressed faster than calls arrive are kept until the one they count from is there. */
export const stepsAhead = {
  add: (from: number, steps: number) => {
    wanted = { from, steps: steps + (wanted.from === from ? wanted.steps : 0) };
  },
  take: (from: number) => {
    const steps = wanted.from === from ? wanted.steps : 0;
    wanted = { from: 0, steps: 0 };
    return steps;
  },
};

/** J is a call further down the list, K one further up; no moment between two pages goes without. */
export function useStepKeys(onStep: (step: 1 | -1) => void) {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (step !== 0 && !event.defaultPrevented && isForPage(event)) onStep(step);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [onStep]);
}

/** Listens where a call will be. */
export function KeepSteps() {
  const callId = readId(String(useParams().id)) ?? 0;
  useStepKeys(useCallback((step) => stepsAhead.add(callId, step), [callId]));
  return null;
}
