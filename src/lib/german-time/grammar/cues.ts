export type Line = readonly [pattern: string | RegExp, reading: string];

/**
 * Reads a text by a table each of whose lines holds the cue. Most texts do not, and pay for one glance: neither the
 * comparison nor, at the first caller of a process, the compilation of the patterns.
 */
export const onCue =
  (cue: RegExp, lines: readonly Line[]) =>
  (text: string): string =>
    cue.test(text) ? lines.reduce((read, [pattern, reading]) => read.replace(pattern, reading), text) : text;

export const inTurn = (text: string, readings: ((text: string) => string)[]): string =>
  readings.reduce((read, reading) => reading(read), text);
