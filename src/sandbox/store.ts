import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SAVE_DELAY_MS = 1_000;

/** Things by key, oldest forgotten first once there are too many. */
export class Collection<T> {
  private readonly items = new Map<string, T>();

  constructor(
    private readonly limit: number,
    private readonly changed: () => void,
  ) {}

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  set(key: string, value: T): T {
    this.items.set(key, value);
    if (this.items.size > this.limit) {
      const oldest = this.items.keys().next();
      if (!oldest.done) this.items.delete(oldest.value);
    }
    this.changed();
    return value;
  }

  delete(key: string): boolean {
    const existed = this.items.delete(key);
    if (existed) this.changed();
    return existed;
  }

  clear() {
    this.items.clear();
    this.changed();
  }

  values(): T[] {
    return [...this.items.values()];
  }

  /** For the state file; restoring does not count as a change. */
  entries(): [string, T][] {
    return [...this.items];
  }

  restore(entries: [string, T][]) {
    for (const [key, value] of entries.slice(-this.limit)) this.items.set(key, value);
  }
}

/** Collections kept in one JSON file, written shortly after each change and at exit. */
export class Store {
  private readonly collections = new Map<string, Collection<unknown>>();
  private readonly saved: Record<string, [string, unknown][]>;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly directory: string | undefined) {
    this.saved = directory ? readState(join(directory, "state.json")) : {};
  }

  collection<T>(name: string, limit: number): Collection<T> {
    const collection = new Collection<T>(limit, () => this.scheduleSave());
    // The file is our own: what it holds under this name is what this type wrote.
    collection.restore((this.saved[name] ?? []) as [string, T][]);
    this.collections.set(name, collection as Collection<unknown>);
    return collection;
  }

  save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.directory) return;
    const state = Object.fromEntries([...this.collections].map(([name, items]) => [name, items.entries()]));
    mkdirSync(this.directory, { recursive: true });
    const file = join(this.directory, "state.json");
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  }

  private scheduleSave() {
    if (!this.directory || this.timer) return;
    this.timer = setTimeout(() => this.save(), SAVE_DELAY_MS);
    this.timer.unref();
  }
}

function readState(file: string): Record<string, [string, unknown][]> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // No file yet, or one cut short by a crash: a stand-in may start empty.
    return {};
  }
}
