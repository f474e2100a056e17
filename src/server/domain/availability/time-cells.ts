import { and, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Interval } from "@/lib/intervals";
import { isDuplicateKey } from "@/server/db/errors";
import { insertion } from "@/server/db/insert-rows";
import { offers, resourceTimeCells, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import { cellsOf } from "./busy-time";
import { lockCalendars } from "./lock-calendars";
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
 * Takes time under the locks of its calendars. Holds that ran out, and those of `callId` itself, give way as a whole.
 * What the appointment `besides` has already is left to it.
 * @throws SlotLost where somebody else owns part of it
 */
export async function takeTime(
  ctx: TenantContext,
  tx: Transaction,
  owner: CellOwner,
  claim: Claim,
  callId?: number,
  besides?: number,
): Promise<void> {
  const takings =
    besides === undefined
      ? takingTime(ctx, owner, claim)
      : statementsOf(without(cellRows(ctx, owner, claim), await listCells(ctx, tx, besides)));
  for (const { statement } of takings) {
    if (await isFree(tx, statement)) continue;
    const dropped = await dropHolds(ctx, tx, claim, thatYieldTo(callId));
    if (dropped === 0 || !(await isFree(tx, statement))) throw new SlotLost();
  }
}

/** A statement that takes time, and how many rows it changes where nothing is in the way. */
interface Taking {
  statement: SQL;
  rows: number;
}

/** The same as statements to be sent together: what is in the way is a duplicate key, and no hold gives way. */
export const takingTime = (ctx: TenantContext, owner: CellOwner, claim: Claim): Taking[] =>
  statementsOf(cellRows(ctx, owner, claim));

const statementsOf = ({ people, rooms }: Cells): Taking[] => [
  ...(people.length > 0 ? [{ statement: insertion(staffTimeCells, people), rows: people.length }] : []),
  ...(rooms.length > 0 ? [{ statement: insertion(resourceTimeCells, rooms), rows: rooms.length }] : []),
];

/** Ends the holds in the way of a claim that ran out, and those of `callId` itself; locks its calendars. */
export async function sweepHolds(
  ctx: TenantContext,
  tx: Transaction,
  claim: Claim,
  callId?: number,
): Promise<void> {
  await lockCalendars(ctx, tx, { staffIds: claim.staffIds, resourceIds: [claim.resourceId] });
  await dropHolds(ctx, tx, claim, thatYieldTo(callId));
}

const thatYieldTo = (callId: number | undefined) => {
  const over = or(isNull(offers.heldUntil), lte(offers.heldUntil, new Date()));
  return callId === undefined ? over : or(over, eq(offers.callId, callId));
};

/**
 * Statements by which the cells of a held offer become its appointment's: never free in between. They end the hold.
 * Where they change fewer rows, it was swept, or the service takes other time by now.
 */
export function takingOver(
  ctx: TenantContext,
  { appointmentId, offerId }: { appointmentId: number; offerId: number },
  claim: Claim,
): Taking[] {
  const { people, rooms } = cellRows(ctx, { appointmentId }, claim);
  const give = (
    of: "staff" | "resource",
    cells: { cellStart: Date }[],
    owners: readonly (number | null)[],
  ) => {
    const starts = [...new Set(cells.map(({ cellStart }) => cellStart.getTime()))].map((at) => new Date(at));
    const statement = sql`UPDATE ${sql.raw(`${of}_time_cells`)} c
        FORCE INDEX (${sql.raw(`${of}_time_cells_offer_ix`)}) JOIN offers o ON o.tenant_id = c.tenant_id AND o.id = c.offer_id
      SET c.appointment_id = ${appointmentId}, c.offer_id = NULL, o.held_until = NULL
      WHERE c.tenant_id = ${ctx.tenant.id} AND c.offer_id = ${offerId}
        AND c.${sql.raw(`${of}_id`)} IN ${[...owners]} AND c.cell_start IN ${starts}`;
    // The offer's own row is counted, too.
    return { statement, rows: cells.length + 1 };
  };
  const ofPeople = give("staff", people, claim.staffIds);
  return rooms.length === 0 ? [ofPeople] : [ofPeople, give("resource", rooms, [claim.resourceId])];
}

async function isFree(tx: Transaction, insert: SQL): Promise<boolean> {
  try {
    await tx.execute(insert);
    return true;
  } catch (error) {
    if (isDuplicateKey(error, "PRIMARY")) return false;
    throw error;
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

/** Frees everything that the appointment owns; without a room only that of people. */
export async function releaseTime(
  ctx: TenantContext,
  tx: Transaction,
  { id, resourceId }: { id: number; resourceId: number | null },
): Promise<void> {
  await deleteCells(ctx, tx, "staff", "appointment", [id]);
  if (resourceId !== null) await deleteCells(ctx, tx, "resource", "appointment", [id]);
}

/** Ends holds of which these are the offers, all their time included. */
export async function endHolds(
  ctx: TenantContext,
  tx: Transaction,
  offerIds: readonly number[],
): Promise<void> {
  if (offerIds.length === 0) return;
  await deleteCells(ctx, tx, "staff", "offer", offerIds);
  await deleteCells(ctx, tx, "resource", "offer", offerIds);
  await tx
    .update(offers)
    .set({ heldUntil: null })
    .where(and(eq(offers.tenantId, ctx.tenant.id), inArray(offers.id, [...offerIds])));
}

/**
 * By the owner's index, said aloud: in a small business the optimizer prefers to walk over everybody's cells, and
 * waits for whoever is writing some of them.
 */
async function deleteCells(
  ctx: TenantContext,
  tx: Transaction,
  of: "staff" | "resource",
  owner: "appointment" | "offer",
  ids: readonly number[],
): Promise<void> {
  const table = `${of}_time_cells`;
  await tx.execute(sql`DELETE c FROM ${sql.raw(table)} c FORCE INDEX (${sql.raw(`${table}_${owner}_ix`)})
    WHERE c.tenant_id = ${ctx.tenant.id} AND c.${sql.raw(`${owner}_id`)} IN ${[...ids]}`);
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
    if (ids.length === 0 || starts.length === 0) continue;
    const rows = await tx
      .selectDistinct({ id: offers.id })
      .from(cells)
      .innerJoin(offers, and(eq(offers.tenantId, cells.tenantId), eq(offers.id, cells.offerId)))
      .where(
        and(
          eq(cells.tenantId, ctx.tenant.id),
          inArray(owner, [...ids]),
          inArray(cells.cellStart, starts),
          which,
        ),
      );
    for (const { id } of rows) offerIds.add(id);
  }
  await endHolds(ctx, tx, [...offerIds]);
  return offerIds.size;
}

type Cells = ReturnType<typeof cellRows>;

/** What an appointment has of anybody's time. */
async function listCells(ctx: TenantContext, tx: Transaction, appointmentId: number) {
  const ofAppointment = (table: typeof staffTimeCells | typeof resourceTimeCells) =>
    and(eq(table.tenantId, ctx.tenant.id), eq(table.appointmentId, appointmentId));
  const people = await tx
    .select({ staffId: staffTimeCells.staffId, cellStart: staffTimeCells.cellStart })
    .from(staffTimeCells)
    .where(ofAppointment(staffTimeCells));
  const rooms = await tx
    .select({ resourceId: resourceTimeCells.resourceId, cellStart: resourceTimeCells.cellStart })
    .from(resourceTimeCells)
    .where(ofAppointment(resourceTimeCells));
  return { people, rooms };
}

const without = ({ people, rooms }: Cells, had: Awaited<ReturnType<typeof listCells>>): Cells => ({
  people: people.filter(
    ({ staffId, cellStart }) =>
      !had.people.some((cell) => cell.staffId === staffId && +cell.cellStart === +cellStart),
  ),
  rooms: rooms.filter(
    ({ resourceId, cellStart }) =>
      !had.rooms.some((cell) => cell.resourceId === resourceId && +cell.cellStart === +cellStart),
  ),
});

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
