/** Whoever waits for the outcome of an attempt in this process. */
export interface Waiter {
  /** From now on it stays until the outcome is written. False: it has left and believes that the time is noted. */
  stay(): boolean;
}
