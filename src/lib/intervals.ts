/** A stretch of time [start, end): milliseconds since the epoch, the end excluded. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Sorted and merged: no two of the result overlap or touch, none is empty. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  for (const next of [...intervals].sort((a, b) => a.start - b.start)) {
    if (next.end <= next.start) continue;
    const last = merged.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else merged.push({ start: next.start, end: next.end });
  }
  return merged;
}

/** The time that lies in both. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const [left, right] = [union(a), union(b)];
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [x, y] = [left[i] as Interval, right[j] as Interval];
    const start = Math.max(x.start, y.start);
    const end = Math.min(x.end, y.end);
    if (start < end) common.push({ start, end });
    if (x.end < y.end) i++;
    else j++;
  }
  return common;
}

/** The time of `from` that lies in none of `taken`. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken);
  const left: Interval[] = [];
  let first = 0;
  for (const { start, end } of union(from)) {
    let cursor = start;
    while (first < holes.length && (holes[first] as Interval).end <= start) first++;
    for (let j = first; j < holes.length; j++) {
      const hole = holes[j] as Interval;
      if (hole.start >= end) break;
      if (hole.start > cursor) left.push({ start: cursor, end: hole.start });
      cursor = Math.max(cursor, hole.end);
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
}

/** Whether one uninterrupted stretch of `intervals` holds all of `wanted`. */
export function covers(intervals: readonly Interval[], wanted: Interval): boolean {
  return union(intervals).some((i) => i.start <= wanted.start && wanted.end <= i.end);
}

/** Milliseconds of `intervals`, none overlapping another, that lie within `frame`. */
export function lengthWithin(intervals: readonly Interval[], frame: Interval): number {
  let length = 0;
  for (const { start, end } of intervals) {
    length += Math.max(0, Math.min(end, frame.end) - Math.max(start, frame.start));
  }
  return length;
}

/** The instant by which `ms` milliseconds of these intervals, in order, have passed since `from`; undefined if they never do. */
export function instantAfter(intervals: readonly Interval[], from: number, ms: number): number | undefined {
  let left = ms;
  for (const { start, end } of intervals) {
    const begin = Math.max(start, from);
    if (begin + left <= end) return begin + left;
    left -= Math.max(0, end - begin);
  }
  return undefined;
}
