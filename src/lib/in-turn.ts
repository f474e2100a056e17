/** Runs at most `atOnce` of the works it is given at a time, the others in the order in which they came. */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const startNext = () => {
    while (running < atOnce) {
      const next = waiting.shift();
      if (!next) return;
      running++;
      next();
    }
  };
  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      startNext();
    });
    try {
      return await work();
    } finally {
      running--;
      startNext();
    }
  };
}
