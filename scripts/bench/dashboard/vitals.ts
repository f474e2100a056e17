import type { Page } from "@playwright/test";

/** Milliseconds; CLS without a unit. */
export interface Vitals {
  /** Largest contentful paint: when the largest thing on the page stood there. */
  LCP: number;
  /** Cumulative layout shift: how much moved by itself, all shifts added up. */
  CLS: number;
  /** Interaction to next paint: the slowest answer to a key or a press. */
  INP: number;
}

/** How long a page is watched after the last thing that was done to it. */
const watchedMs = 600;

/** Runs in the page, before anything else there; as text, because a compiler's helpers are not there. */
export const watchVitals = `
  window.vitals = { LCP: 0, CLS: 0, INP: 0 };
  const watch = (type, hear, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", ({ startTime }) => {
    vitals.LCP = startTime;
  });
  watch("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) vitals.CLS += value;
  });
  watch("event", ({ interactionId, duration }) => {
    if (interactionId > 0) vitals.INP = Math.max(vitals.INP, duration);
  }, { durationThreshold: 16 });
`;

/** Of a page that was opened with `watchVitals`: the paint before anybody did anything, everything else until after. */
export async function vitalsOf(page: Page, act: () => Promise<unknown>): Promise<Vitals> {
  await page.waitForTimeout(watchedMs);
  await act();
  await page.waitForTimeout(watchedMs);
  const vitals = await page.evaluate<Vitals>("vitals");
  if (vitals.LCP === 0) throw new Error(`Nothing was measured on ${page.url()}`);
  return vitals;
}
