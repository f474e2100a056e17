"use client";

import { type RefObject, useEffect } from "react";
import { usePlayhead } from "./player/playhead";

/** A press on anything with a second of its own goes there; whoever marks text to copy it goes nowhere. */
export function useJumpOnClick(container: RefObject<HTMLElement | null>) {
  const playhead = usePlayhead();
  useEffect(() => {
    const element = container.current;
    if (!element || !playhead) return;
    const jump = ({ target }: MouseEvent) => {
      const word = target instanceof Element ? target.closest<HTMLElement>("[data-ms]") : null;
      if (word && !getSelection()?.toString()) playhead.seek(Number(word.dataset.ms));
    };
    element.addEventListener("click", jump);
    return () => element.removeEventListener("click", jump);
  }, [container, playhead]);
}
