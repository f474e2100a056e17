"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * Keeps the end of something growing in sight, until the reader scrolls up; back at the end it follows again. Put `end`
 * on an element after the last line. `size` changes whenever a line comes in.
 */
export function useFollowEnd(active: boolean, size: number) {
  const end = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const show = useCallback(() => {
    end.current?.scrollIntoView({ block: "nearest" });
    setFollowing(true);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is the reason to scroll
  useLayoutEffect(() => {
    if (active && following) end.current?.scrollIntoView({ block: "nearest" });
  }, [active, following, size]);

  useEffect(() => {
    if (!active) return;
    let last = scrollY;
    const notice = () => {
      const up = scrollY < last - 1;
      last = scrollY;
      const bottom = end.current?.getBoundingClientRect().bottom ?? 0;
      if (bottom <= innerHeight) setFollowing(true);
      else if (up) setFollowing(false);
    };
    addEventListener("scroll", notice, { passive: true });
    return () => removeEventListener("scroll", notice);
  }, [active]);

  return { end, following, show };
}
