import { performance } from "node:perf_hooks";
import { pairsOf } from "../lib/statistics";

export interface Ratio {
  /** Median of the pairs' ratios. */
  ratio: number;
  /** How far the reference's own times lie apart: 90 % minus 10 %, of the median. */
  spread: number;
}

const pairs = 9;

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
  const [own, other]: [number[], number[]] = [[], []];
  for (let i = 0; i < pairs; i++) {
    own.push(await time(reference));
    other.push(await time(subject));
  }
  const { ratio, referenceSpread } = pairsOf(own, other);
  return { ratio: ratio.median, spread: referenceSpread };
}
