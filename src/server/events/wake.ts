import { EventEmitter } from "node:events";

/** Next bundles routes and instrumentation apart, each with its own copy of this module: only globalThis is shared. */
const holder = globalThis as typeof globalThis & { __askproaiWake?: EventEmitter };

function emitter(): EventEmitter {
  holder.__askproaiWake ??= new EventEmitter().setMaxListeners(0);
  return holder.__askproaiWake;
}

/** Tells this process's executor that there is something to do. Without one, nobody listens and nothing happens. */
export function wakeExecutor(): void {
  emitter().emit("wake");
}

/** Calls `listener` at every nudge until the returned function is called. */
export function onWake(listener: () => void): () => void {
  emitter().on("wake", listener);
  return () => emitter().off("wake", listener);
}

/** What the processes behind the gateway tell each other when there is background work to do. */
export const wakeMessage = "wake";
