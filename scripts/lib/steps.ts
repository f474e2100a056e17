const interactive = process.stdout.isTTY === true;

export const seconds = (startedMs: number) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;

/** Runs one step of a program and shows it with its time. `note` adds what was found, e.g. which database. */
export async function step<T>(title: string, run: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const started = Date.now();
  let remark = "";
  const draw = () => process.stdout.write(`\r\x1b[K… ${title} (${seconds(started)})`);
  // Without a terminal one line at the end is enough, unless the step makes people wait.
  const timer = interactive
    ? setInterval(draw, 100)
    : setTimeout(() => process.stdout.write(`… ${title}\n`), 3_000);
  try {
    const result = await run((text) => {
      remark = `: ${text}`;
    });
    clearInterval(timer);
    process.stdout.write(`${interactive ? "\r\x1b[K" : ""}✓ ${title}${remark} (${seconds(started)})\n`);
    return result;
  } catch (error) {
    clearInterval(timer);
    process.stdout.write(`${interactive ? "\r\x1b[K" : ""}✗ ${title} (${seconds(started)})\n`);
    throw error;
  }
}
