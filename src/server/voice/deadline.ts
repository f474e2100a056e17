/** The work's answer, or `late()` when the time is up. The work goes on; only the waiting for it ends. */
export async function within<T>(
  ms: number,
  late: () => T,
  work: (deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(late());
      deadline.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(deadline.signal), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
