import { and, eq, inArray } from "drizzle-orm";
import { appointments, branches, customers, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { isClaimed, personOf } from "./claims";
import type { CallbackRow } from "./queries";

/** Who and where, read once each; a join would read them once per row. */
export async function describeCallbacks(ctx: TenantContext, rows: CallbackRow[], now: Date) {
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
