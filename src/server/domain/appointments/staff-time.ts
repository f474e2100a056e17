import { and, eq } from "drizzle-orm";
import type { Interval } from "@/lib/intervals";
import { isDuplicateKey } from "@/server/db/errors";
import { staff, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import { cellsOf } from "../availability/busy-time";
import { SlotLost } from "./appointment";

/**
 * Locks people's calendars. Has to be the first statement of its transaction: only what is read after the lock may
 * decide. One by one in id order, so that two movers cannot wait for each other: a single statement for several
 * people may lock another index first than one for a single person does, and meet it halfway.
 */
export async function lockStaff(ctx: TenantContext, tx: Transaction, staffIds: readonly number[]) {
  const locked = [];
  for (const id of [...new Set(staffIds)].sort((a, b) => a - b)) {
    const [person] = await tx
      .select({ id: staff.id, active: staff.active, homeBranchId: staff.homeBranchId })
      .from(staff)
      .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, id)))
      .for("update");
    if (person) locked.push(person);
  }
  return locked;
}

/** Takes a person's time for an appointment. @throws SlotLost where another appointment owns part of it */
export async function takeTime(
  ctx: TenantContext,
  tx: Transaction,
  owner: { staffId: number; appointmentId: number; time: Interval },
): Promise<void> {
  try {
    await tx.insert(staffTimeCells).values(cellRows(ctx, owner));
  } catch (error) {
    throw isDuplicateKey(error, "PRIMARY") ? new SlotLost() : error;
  }
}

/** Takes what is still free of that time and says whether it was all of it. */
export async function takeFreeTime(
  ctx: TenantContext,
  tx: Transaction,
  owner: { staffId: number; appointmentId: number; time: Interval },
): Promise<boolean> {
  const rows = cellRows(ctx, owner);
  const [result] = await tx.insert(staffTimeCells).ignore().values(rows);
  return result.affectedRows === rows.length;
}

export async function releaseTime(ctx: TenantContext, tx: Transaction, appointmentId: number): Promise<void> {
  await tx
    .delete(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.appointmentId, appointmentId)));
}

const cellRows = (
  ctx: TenantContext,
  { staffId, appointmentId, time }: { staffId: number; appointmentId: number; time: Interval },
) => cellsOf(time).map((cellStart) => ({ tenantId: ctx.tenant.id, staffId, appointmentId, cellStart }));
