import { createContext, useContext, useSyncExternalStore } from "react";

/** Speeds on offer, the pace people spoke in being 1. */
export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

/**
 * Where in the call one is: what is being heard, or, where there is nothing to hear, what was pointed at. Outside of
 * React, because it moves sixty times a second and only two words change by it.
 */
export function createPlayhead(durationMs: number) {
  const listeners = new Set<() => void>();
  let media: HTMLAudioElement | undefined;
  /** Negative until somebody has pointed anywhere. */
  let atMs = -1;
  let following = true;
  let frame = 0;
  const tell = () => {
    for (const listen of listeners) listen();
  };
  const follow = () => {
    if (!media) return;
    atMs = media.currentTime * 1_000;
    tell();
    if (!media.paused) frame = requestAnimationFrame(follow);
  };
  const playhead = {
    durationMs,
    subscribe: (listen: () => void) => {
      listeners.add(listen);
      return () => {
        listeners.delete(listen);
      };
    },
    atMs: () => atMs,
    isPlaying: () => media !== undefined && !media.paused,
    /** Whether the text should move along: not after somebody scrolled while it played. */
    isFollowing: () => following,
    stopFollowing: () => {
      following = false;
    },
    hasMedia: () => media !== undefined,
    attach: (element: HTMLAudioElement) => {
      media = element;
      if (atMs > 0) element.currentTime = atMs / 1_000;
      for (const event of ["play", "pause", "seeked", "ended"]) element.addEventListener(event, follow);
      tell();
      return () => {
        cancelAnimationFrame(frame);
        element.pause();
        for (const event of ["play", "pause", "seeked", "ended"]) element.removeEventListener(event, follow);
        media = undefined;
        tell();
      };
    },
    seek: (ms: number) => {
      following = true;
      atMs = Math.min(Math.max(0, ms), durationMs);
      if (media) media.currentTime = atMs / 1_000;
      tell();
    },
    step: (ms: number) => playhead.seek(Math.max(0, atMs) + ms),
    toggle: () => {
      following = true;
      if (media?.paused) void media.play().catch(() => undefined);
      else media?.pause();
    },
  };
  return playhead;
}

export type Playhead = ReturnType<typeof createPlayhead>;

const PlayheadContext = createContext<Playhead | undefined>(undefined);
export const PlayheadProvider = PlayheadContext;
/** Undefined while the call runs: it has no length yet. */
export const usePlayhead = () => useContext(PlayheadContext);

const nothing = () => () => undefined;

/** What `read` sees at the playhead; the component is drawn again only when that changes. */
export function useAtPlayhead<T>(read: (playhead: Playhead | undefined) => T): T {
  const playhead = usePlayhead();
  const now = () => read(playhead);
  return useSyncExternalStore(playhead?.subscribe ?? nothing, now, now);
}
