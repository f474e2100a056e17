import type { Turn } from "./spoken";

export const columns = 240;

interface Bars {
  agent: string;
  caller: string;
}

/**
 * The call as bars over its length, as two SVG paths in a box of `columns` × 2 around the line y = 1: the agent upwards,
 * the caller downwards. Without a recording every bar of a turn is as high as any other.
 */
export function drawBars(turns: readonly Turn[], durationMs: number, peaks: readonly number[] | null): Bars {
  const bars: Bars = { agent: "", caller: "" };
  const columnMs = durationMs / columns;
  for (let column = 0; column < columns; column += 1) {
    const [fromMs, toMs] = [column * columnMs, (column + 1) * columnMs];
    const turn = turns.find(({ startMs, endMs }) => startMs < toMs && endMs > fromMs);
    if (!turn) continue;
    const height = Math.max(0.06, 0.95 * (peaks ? (peaks[column] ?? 0) : 0.6)).toFixed(2);
    const x = (column + 0.15).toFixed(2);
    if (turn.role === "user") bars.caller += `M${x} 1.04h.7v${height}h-.7z`;
    else bars.agent += `M${x} .96h.7v-${height}h-.7z`;
  }
  return bars;
}

/** The loudest of each column, 1 being the loudest of the call. */
export function peaksOf(samples: Float32Array): number[] {
  const perColumn = Math.max(1, Math.floor(samples.length / columns));
  const peaks = Array.from({ length: columns }, (_, column) => {
    let loudest = 0;
    const end = Math.min(samples.length, (column + 1) * perColumn);
    for (let at = column * perColumn; at < end; at += 1) {
      const level = Math.abs(samples[at] ?? 0);
      if (level > loudest) loudest = level;
    }
    return loudest;
  });
  const most = Math.max(...peaks);
  return most > 0 ? peaks.map((peak) => peak / most) : peaks;
}
