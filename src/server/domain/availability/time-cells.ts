import { and, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Interval } from "@/lib/intervals";
import { isDuplicateKey } from "@/server/db/errors";
import { offers, resources, resourceTimeCells, staff, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import { cellsOf } from "./busy-time";
import { peopleTime, roomTime, type ServiceTime } from "./service-time";

/** Part of the time belongs to somebody else. */
export class SlotLost extends Error {
  override readonly name = "SlotLost";
}

/** Time of people, and of a room where one is needed. */
export interface Claim {
  staffIds: readonly number[];
  resourceId: number | null;
  peopleTime: Interval[];
  roomTime: Interval[];
}

export type CellOwner = { appointmentId: number } | { offerId: number };

export const claimOf = (
  service: ServiceTime,
  start: number,
  who: Pick<Claim, "staffIds" | "resourceId">,
): Claim => ({ ...who, peopleTime: peopleTime(service, start), roomTime: roomTime(service, start) });

/**
 * Locks calendars: people, then rooms. Has to come first in its transaction: only what is read after the lock may
 * decide. One by one in id order, so that nobody waits in a circle: a single statement for several rows may lock
 * another index first than one for a single row does, and meet it halfway.
 */
export async function lockCalendars(
  ctx: TenantContext,
  tx: Transaction,
  { staffIds, resourceIds = [] }: { staffIds: readonly number[]; resourceIds?: readonly (number | null)[] },
) {
  const locked = [];
  for (const id of inIdOrder(staffIds)) {
    const [person] = await tx
      .select({ id: staff.id, active: staff.active, homeBranchId: staff.homeBranchId })
      .from(staff)
      .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, id)))
      .for("update");
    if (person) locked.push(person);
  }
  for (const id of inIdOrder(resourceIds.filter((resourceId) => resourceId !== null))) {
    await tx
      .select({ id: resources.id })
      .from(resources)
      .where(and(eq(resources.tenantId, ctx.tenant.id), eq(resources.id, id)))
      .for("update");
  }
  return locked;
}

/**
 * Takes time under the locks of its calendars. Holds that ran out, and those of `callId` itself, give way as a whole.
 * @throws SlotLost where somebody else owns part of it
 */
export async function takeTime(
  ctx: TenantContext,
  tx: Transaction,
  owner: CellOwner,
  claim: Claim,
  callId?: number,
): Promise<void> {
  try {
    await insertCells(ctx, tx, owner, claim);
  } catch (error) {
    if (!isDuplicateKey(error, "PRIMARY")) throw error;
    await releaseTime(ctx, tx, owner);
    const now = new Date();
    const over = or(isNull(offers.heldUntil), lte(offers.heldUntil, now));
    const dropped = await dropHolds(
      ctx,
      tx,
      claim,
      callId === undefined ? over : or(over, eq(offers.callId, callId)),
    );
    if (dropped === 0) throw new SlotLost();
    try {
      await insertCells(ctx, tx, owner, claim);
    } catch (again) {
      throw isDuplicateKey(again, "PRIMARY") ? new SlotLost() : again;
    }
  }
}

/**
 * Takes what no other appointment owns of that time and says whether it was all of it. No hold stands in the way of
 * what another calendar already decided.
 */
export async function takeFreeTime(
  ctx: TenantContext,
  tx: Transaction,
  owner: CellOwner,
  claim: Claim,
): Promise<boolean> {
  await dropHolds(ctx, tx, claim);
  const { people, rooms } = cellRows(ctx, owner, claim);
  const [ofPeople] = await tx.insert(staffTimeCells).ignore().values(people);
  if (rooms.length === 0) return ofPeople.affectedRows === people.length;
  const [ofRooms] = await tx.insert(resourceTimeCells).ignore().values(rooms);
  return ofPeople.affectedRows + ofRooms.affectedRows === people.length + rooms.length;
}

/** Frees everything that the appointment or held offer owns. */
export async function releaseTime(ctx: TenantContext, tx: Transaction, owner: CellOwner): Promise<void> {
  for (const table of [staffTimeCells, resourceTimeCells]) {
    const owned =
      "offerId" in owner ? eq(table.offerId, owner.offerId) : eq(table.appointmentId, owner.appointmentId);
    await tx.delete(table).where(and(eq(table.tenantId, ctx.tenant.id), owned));
  }
}

/** Ends holds of which these are the offers, all their time included. */
export async function endHolds(
  ctx: TenantContext,
  tx: Transaction,
  offerIds: readonly number[],
): Promise<void> {
  if (offerIds.length === 0) return;
  for (const table of [staffTimeCells, resourceTimeCells])
    await tx
      .delete(table)
      .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.offerId, [...offerIds])));
  await tx
    .update(offers)
    .set({ heldUntil: null })
    .where(and(eq(offers.tenantId, ctx.tenant.id), inArray(offers.id, [...offerIds])));
}

/** Ends the holds that own part of the claimed time and answer to `which`; says how many. */
async function dropHolds(ctx: TenantContext, tx: Transaction, claim: Claim, which?: SQL): Promise<number> {
  const tables = [
    { cells: staffTimeCells, owner: staffTimeCells.staffId, ids: claim.staffIds, time: claim.peopleTime },
    {
      cells: resourceTimeCells,
      owner: resourceTimeCells.resourceId,
      ids: claim.resourceId === null ? [] : [claim.resourceId],
      time: claim.roomTime,
    },
  ];
  const offerIds = new Set<number>();
  for (const { cells, owner, ids, time } of tables) {
    const starts = cellsOf(time);
    const [first, last] = [starts[0], starts.at(-1)];
    if (ids.length === 0 || !first || !last) continue;
    const rows = await tx
      .selectDistinct({ id: offers.id })
      .from(cells)
      .innerJoin(offers, and(eq(offers.tenantId, cells.tenantId), eq(offers.id, cells.offerId)))
      .where(
        and(
          eq(cells.tenantId, ctx.tenant.id),
          inArray(owner, [...ids]),
          gte(cells.cellStart, first),
          lte(cells.cellStart, last),
          which,
        ),
      );
    for (const { id } of rows) offerIds.add(id);
  }
  await endHolds(ctx, tx, [...offerIds]);
  return offerIds.size;
}

async function insertCells(
  ctx: TenantContext,
  tx: Transaction,
  owner: CellOwner,
  claim: Claim,
): Promise<void> {
  const { people, rooms } = cellRows(ctx, owner, claim);
  await tx.insert(staffTimeCells).values(people);
  if (rooms.length > 0) await tx.insert(resourceTimeCells).values(rooms);
}

function cellRows(ctx: TenantContext, owner: CellOwner, claim: Claim) {
  const tenantId = ctx.tenant.id;
  const { staffIds, resourceId } = claim;
  const starts = cellsOf(claim.peopleTime);
  return {
    people: staffIds.flatMap((staffId) =>
      starts.map((cellStart) => ({ tenantId, staffId, cellStart, ...owner })),
    ),
    rooms:
      resourceId === null
        ? []
        : cellsOf(claim.roomTime).map((cellStart) => ({ tenantId, resourceId, cellStart, ...owner })),
  };
}

const inIdOrder = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b);
