import { setTimeout as delay } from "node:timers/promises";
import { asc, gt, max } from "drizzle-orm";
import type { Database } from "@/server/db";
import { events } from "@/server/db/schema";
import { logger } from "@/server/logger";

export interface Change {
  type: string;
  entityType: string;
  entityId: number | null;
}

/** What one look at the events brought a tenant. */
export interface ChangeBatch {
  /** Everything up to this event id was looked at; a listener that comes back goes on from here. */
  cursor: number;
  changes: Change[];
}

export type Listener = (batch: ChangeBatch) => void;

/** Ids are given before the commit: an event may show up after one with a higher id, but not this much later. */
export const settleMs = 10_000;
/** How many ids such an event can be behind. */
export const settleIds = 200;
const pollMs = 500;
const batchRows = 1_000;

type EventRow = Change & { id: number; tenantId: string | null };

/**
 * Tells this process's listeners what changed, whichever process changed it. One poller however many listen, and none
 * while nobody does.
 */
export class ChangeFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private running?: Promise<void>;
  private cursor = 0;
  /** Everything up to here is settled and never read again. */
  private floor = 0;
  /** Ids above the floor that were told already. */
  private told = new Set<number>();
  private marks: { at: number; id: number }[] = [];

  constructor(private readonly db: Database) {}

  /** `ready` resolves once nothing that is committed later can be missed. */
  listen(tenantId: string, listener: Listener): { ready: Promise<void>; stop: () => void } {
    const ofTenant = this.listeners.get(tenantId) ?? new Set();
    this.listeners.set(tenantId, ofTenant.add(listener));
    this.running ??= this.begin().then(() => void this.poll());
    const stop = () => {
      ofTenant.delete(listener);
      if (ofTenant.size === 0) this.listeners.delete(tenantId);
    };
    return { ready: this.running, stop };
  }

  /** Starts at the end of what is there, with an eye on what may still appear before it. */
  private async begin(): Promise<void> {
    try {
      const [row] = await this.db.select({ id: max(events.id) }).from(events);
      this.cursor = row?.id ?? 0;
      this.floor = Math.max(0, this.cursor - settleIds);
      this.marks = [{ at: Date.now(), id: this.cursor }];
      this.told = new Set((await this.read()).map(({ id }) => id));
    } catch (error) {
      this.running = undefined;
      throw error;
    }
  }

  private async poll(): Promise<void> {
    while (this.listeners.size > 0) {
      await delay(pollMs);
      await this.look().catch((error) => logger.warn({ err: error }, "change feed could not read events"));
    }
    this.running = undefined;
  }

  private async look(): Promise<void> {
    const rows = await this.read();
    const fresh = rows.filter(({ id }) => !this.told.has(id));
    for (const { id } of fresh) this.told.add(id);
    this.cursor = Math.max(this.cursor, rows.at(-1)?.id ?? 0);
    this.settle(rows.length === batchRows);
    for (const [tenantId, changes] of byTenant(fresh)) {
      const batch = { cursor: this.cursor, changes };
      for (const listener of this.listeners.get(tenantId) ?? []) listener(batch);
    }
  }

  private read(): Promise<EventRow[]> {
    return this.db
      .select({
        id: events.id,
        tenantId: events.tenantId,
        type: events.type,
        entityType: events.entityType,
        entityId: events.entityId,
      })
      .from(events)
      .where(gt(events.id, this.floor))
      .orderBy(asc(events.id))
      .limit(batchRows);
  }

  /** Raises the floor to where the feed stood `settleMs` ago; at once where a whole batch waits behind it. */
  private settle(behind: boolean): void {
    const now = Date.now();
    this.marks.push({ at: now, id: this.cursor });
    while (this.marks[0] && (behind || this.marks[0].at <= now - settleMs)) {
      this.floor = Math.max(this.floor, this.marks[0].id);
      this.marks.shift();
    }
    for (const id of this.told) if (id <= this.floor) this.told.delete(id);
  }
}

function byTenant(rows: EventRow[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const { tenantId, type, entityType, entityId } of rows) {
    if (tenantId === null) continue;
    const group = groups.get(tenantId) ?? [];
    group.push({ type, entityType, entityId });
    groups.set(tenantId, group);
  }
  return groups;
}
