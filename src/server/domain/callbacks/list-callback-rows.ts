import { and, asc, desc, eq, gt, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import { type CallbackListRequest, callbackListRequest } from "@/contracts/callbacks";
import type { CallbackView } from "@/contracts/calls";
import { callbacks } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { claimsSince, personOf } from "./claims";
import { describeCallbacks } from "./describe-callbacks";
import type { CallbackRow } from "./queries";

const pageRows = 50;

/**
 * One page of the worklist, what is due first on top; of what is settled, the latest. Read along one index in either
 * direction from a cursor, so that every depth costs the same. `previous` and `next` are cursors.
 */
export async function listCallbackRows(ctx: TenantContext, request: CallbackListRequest, now = new Date()) {
  requirePermission(ctx, "callbacks:read");
  const { view, cursor } = callbackListRequest.parse(request);
  const position = cursor === undefined ? undefined : parseCursor(cursor);
  const backwards = position?.backwards === true;
  const found = (
    await Promise.all(
      stretchesOf(ctx, view, now).map((stretch) => readStretch(ctx, stretch, position, view === "done")),
    )
  )
    .flat()
    .sort(inOrder((view === "done") !== backwards));
  const page = found.slice(0, pageRows);
  const more = found.length > pageRows;
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: await describeCallbacks(ctx, page, now),
    previous: first && (backwards ? more : position !== undefined) ? cursorAt("<", first) : null,
    next: last && (backwards || more) ? cursorAt(">", last) : null,
  };
}

interface Stretch {
  index: string;
  where: (SQL | undefined)[];
}

/** Each is one range of one index. */
function stretchesOf(ctx: TenantContext, view: CallbackView, now: Date): Stretch[] {
  const open = isNull(callbacks.completedAt);
  switch (view) {
    case "open":
      return [{ index: "callbacks_worklist_ix", where: [open] }];
    case "overdue":
      return [{ index: "callbacks_worklist_ix", where: [open, lte(callbacks.dueAt, now)] }];
    case "done":
      return [{ index: "callbacks_worklist_ix", where: [isNotNull(callbacks.completedAt)] }];
    case "urgent":
      return (["urgent", "high"] as const).map((priority) => ({
        index: "callbacks_priority_ix",
        where: [open, eq(callbacks.priority, priority)],
      }));
    case "mine": {
      const mine = eq(callbacks.claimedBy, personOf(ctx) ?? 0);
      return [{ index: "callbacks_mine_ix", where: [open, mine, gt(callbacks.claimedAt, claimsSince(now))] }];
    }
  }
}

interface Position {
  completedAt: Date;
  dueAt: Date;
  id: number;
  backwards: boolean;
}

function readStretch(ctx: TenantContext, stretch: Stretch, position: Position | undefined, isDone: boolean) {
  const descending = isDone !== (position?.backwards === true);
  const direction = descending ? desc : asc;
  const order = isDone
    ? ([callbacks.completedAt, callbacks.dueAt, callbacks.id] as const)
    : ([callbacks.dueAt, callbacks.id] as const);
  const after =
    position &&
    (isDone ? [position.completedAt, position.dueAt, position.id] : [position.dueAt, position.id]);
  return ctx.db
    .select()
    .from(callbacks, { forceIndex: stretch.index })
    .where(
      and(
        eq(callbacks.tenantId, ctx.tenant.id),
        ...stretch.where,
        after && beyond(descending ? "below" : "above", order, after),
      ),
    )
    .orderBy(...order.map((column) => direction(column)))
    .limit(pageRows + 1);
}

const inOrder = (descending: boolean) => (a: CallbackRow, b: CallbackRow) =>
  (descending ? -1 : 1) *
  ((a.completedAt?.getTime() ?? 0) - (b.completedAt?.getTime() ?? 0) ||
    a.dueAt.getTime() - b.dueAt.getTime() ||
    a.id - b.id);

const cursorAt = (direction: "<" | ">", row: CallbackRow) =>
  `${direction}${row.completedAt?.getTime() ?? 0}.${row.dueAt.getTime()}.${row.id}`;

/** The request's schema has seen to the shape. */
function parseCursor(cursor: string): Position {
  const [completedAt, dueAt, id] = cursor.slice(1).split(".").map(Number) as [number, number, number];
  return {
    completedAt: new Date(completedAt),
    dueAt: new Date(dueAt),
    id,
    backwards: cursor.startsWith("<"),
  };
}
