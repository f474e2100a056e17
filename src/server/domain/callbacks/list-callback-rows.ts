import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, type SQL } from "drizzle-orm";
import { type CallbackListRequest, type CallbackView, callbackListRequest } from "@/contracts/callbacks";
import { appointments, branches, callbacks, customers, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { claimsSince, isClaimed, personOf } from "./claims";
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
    rows: await addNames(ctx, page, now),
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

/** Who and where, read once each; a join would read them once per row. */
async function addNames(ctx: TenantContext, rows: CallbackRow[], now: Date) {
  const idsOf = (column: "customerId" | "branchId" | "appointmentId") => [
    ...new Set(rows.flatMap((row) => row[column] ?? [])),
  ];
  const people = [
    ...new Set(rows.flatMap(({ claimedBy, completedBy }) => [claimedBy ?? [], completedBy ?? []].flat())),
  ];
  const [customerNames, branchNames, booked, userNames] = await Promise.all([
    namesOf(ctx, customers, idsOf("customerId")),
    namesOf(ctx, branches, idsOf("branchId")),
    bookingsOf(ctx, idsOf("appointmentId")),
    people.length === 0
      ? []
      : ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, people)),
  ]);
  const nameIn = (names: { id: number; name: string | null }[], id: number | null) =>
    names.find((one) => one.id === id)?.name ?? null;
  return rows.map((row) => {
    const { tenantId, claimedBy, claimedAt, completedBy, createdAt, updatedAt, ...shown } = row;
    const claimed = isClaimed(row, now);
    return {
      ...shown,
      status: row.status === "claimed" && !claimed ? ("open" as const) : row.status,
      isMine: claimed && claimedBy !== null && claimedBy === personOf(ctx),
      claimedByName: claimed ? nameIn(userNames, claimedBy) : null,
      completedByName: nameIn(userNames, completedBy),
      customerName: nameIn(customerNames, row.customerId),
      branchName: nameIn(branchNames, row.branchId),
      bookedStart: booked.find((one) => one.id === row.appointmentId)?.start ?? null,
      requestedAt: createdAt,
    };
  });
}

async function namesOf(ctx: TenantContext, table: typeof customers | typeof branches, ids: number[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, ids)));
}

async function bookingsOf(ctx: TenantContext, ids: number[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({ id: appointments.id, start: appointments.startTime })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), inArray(appointments.id, ids)));
}

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
