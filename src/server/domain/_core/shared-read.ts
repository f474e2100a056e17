import type { Database } from "@/server/db";

interface Read {
  answer: Promise<unknown>;
  /** Begins when this one has ended, for everybody who asked while it ran. */
  next?: Promise<unknown>;
}

const reads = new WeakMap<Database, Map<string, Read>>();

/**
 * One read at a time per key: whoever asks while it runs shares the one after it. Every read begins after all its
 * askers asked, so nobody is ever answered with what was true before. The answer is shared too: never change it.
 */
export function sharedRead<T>(db: Database, key: string, read: () => Promise<T>): Promise<T> {
  const running = reads.get(db) ?? new Map<string, Read>();
  reads.set(db, running);
  const begin = (): Promise<T> => {
    const current: Read = { answer: read() };
    running.set(key, current);
    const end = () => {
      if (!current.next) running.delete(key);
    };
    current.answer.then(end, end);
    return current.answer as Promise<T>;
  };
  const current = running.get(key);
  if (!current) return begin();
  current.next ??= current.answer.then(begin, begin);
  return current.next as Promise<T>;
}
