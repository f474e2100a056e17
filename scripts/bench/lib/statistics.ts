/** The value that a share `q` of all values does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * q)] ?? 0;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** How far values lie apart: 90 % minus 10 %, of the median. */
export const spreadOf = (values: readonly number[]) =>
  (quantile(values, 0.9) - quantile(values, 0.1)) / (median(values) || 1);

/** A reference that varies more than this judges nothing. */
export const quietSpread = 0.25;
export const isQuiet = (reference: readonly number[]) => spreadOf(reference) <= quietSpread;

/** One reference and one subject measured in turns; `ratio` is subject ÷ reference, median and range over the pairs. */
export interface Pairs {
  reference: number[];
  subject: number[];
  ratio: { median: number; lowest: number; highest: number };
  referenceSpread: number;
  quiet: boolean;
}

export function pairsOf(reference: number[], subject: number[]): Pairs {
  const ratios = subject.map((value, i) => value / (reference[i] ?? 1));
  const referenceSpread = spreadOf(reference);
  return {
    reference,
    subject,
    ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
    referenceSpread,
    quiet: isQuiet(reference),
  };
}
