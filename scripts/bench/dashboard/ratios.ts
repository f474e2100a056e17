import { performance } from "node:perf_hooks";

export interface Ratio {
  /** Median of the pairs' ratios. */
  ratio: number;
  /** How far the reference's own times lie apart: 90 % minus 10 %, of the median. */
  spread: number;
}

const pairs = 9;
/** A reference that varies more than this judges nothing. */
export const quietSpread = 0.25;

/** How much longer `subject` takes than `reference`, measured in turns so that a busy machine disturbs both. */
export async function compare(
  reference: () => Promise<unknown>,
  subject: () => Promise<unknown>,
  rounds = 1,
): Promise<Ratio> {
  const time = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    for (let i = 0; i < rounds; i++) await work();
    return performance.now() - started;
  };
  for (const work of [reference, subject, reference, subject]) await time(work);
  const times: number[] = [];
  const ratios: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const own = await time(reference);
    times.push(own);
    ratios.push((await time(subject)) / own);
  }
  return {
    ratio: quantile(ratios, 0.5),
    spread: (quantile(times, 0.9) - quantile(times, 0.1)) / quantile(times, 0.5),
  };
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * q)] ?? 0;
}
