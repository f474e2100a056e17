/** Lets a loop sleep until something happens. What happens while it is awake is not forgotten. */
export function createSignal() {
  let raised = false;
  let wake: (() => void) | undefined;
  return {
    raise() {
      raised = true;
      wake?.();
    },
    async wait(timeoutMs: number): Promise<void> {
      if (!raised) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      raised = false;
      wake = undefined;
    },
  };
}
