"use client";

import { useEffect, useRef } from "react";
import { cn } from "../class-names";
import type { Utterance } from "./lay-transcript";
import { useAtPlayhead, usePlayhead } from "./player/playhead";
import { spokenWord } from "./player/spoken";

const spoken = "rounded-sm bg-primary-soft text-foreground shadow-[0_0_0_2px_var(--primary-soft)]";

/** What was said, word by word: the one at the playhead is marked and kept in sight, and pressing one goes there. */
export function SpokenWords({ utterance }: { utterance: Utterance }) {
  const playhead = usePlayhead();
  const current = useAtPlayhead((at) => (at ? spokenWord(utterance, at.atMs()) : -1));
  const marked = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (current >= 0 && playhead?.isFollowing()) marked.current?.scrollIntoView({ block: "nearest" });
  }, [current, playhead]);
  const { startMs, words, content } = utterance;
  if (!playhead || startMs === null) return content;
  const parts = words ?? [[content, startMs] as const];
  return parts.map(([word, atMs], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words keep their places
    <span key={index}>
      {index > 0 && " "}
      <span
        ref={index === current ? marked : undefined}
        data-ms={atMs}
        data-current={index === current ? "" : undefined}
        className={cn(
          "cursor-pointer scroll-mt-56 scroll-mb-28 md:scroll-mt-48 md:scroll-mb-12",
          index === current && spoken,
        )}
      >
        {word}
      </span>
    </span>
  ));
}
