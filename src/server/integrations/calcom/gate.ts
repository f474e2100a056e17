import type { CalcomError } from "./errors";

/** Stands before every request to one Cal.com: limits, pauses and the circuit are its business, for all processes. */
export interface CalcomGate {
  /** Names the account in this process; two clients of the same account share answers under way. */
  account: string;
  /** Resolves when the request may leave. @throws CalcomError `paused` */
  admit(): Promise<void>;
  /** What came of it; undefined is an answer. */
  report(error?: CalcomError): Promise<void>;
}

const underWay = new Map<string, Promise<unknown>>();

/** The same question, asked while it is being answered, waits for that answer instead of being sent again. */
export function shareAnswer<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const running = underWay.get(question);
  if (running) return running as Promise<T>;
  const answer = ask().finally(() => underWay.delete(question));
  underWay.set(question, answer);
  return answer;
}
