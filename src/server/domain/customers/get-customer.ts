import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { appointments, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import type { Transaction } from "../_core/transact";
import { callSummaryColumns } from "../calls/list-calls";
import type { CustomerRow } from "./find-or-create-customer";

const latest = 100;

/** Inside verbs: the row as it stands, without a permission check. @throws not_found */
export async function readCustomer(ctx: TenantContext, db: Queryable, id: number): Promise<CustomerRow> {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, id)));
  if (!row) throw notFound("customer");
  return row;
}

/** Locks the row first, so that what is read decides. @throws not_found */
export async function lockCustomer(ctx: TenantContext, tx: Transaction, id: number): Promise<CustomerRow> {
  const [row] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, id)))
    .for("update");
  if (!row) throw notFound("customer");
  return row;
}

/** A customer with the latest hundred calls and appointments, newest first. @throws not_found */
export async function getCustomer(ctx: TenantContext, id: number) {
  requirePermission(ctx, "customers:read");
  const tenantId = ctx.tenant.id;
  const customer = await readCustomer(ctx, ctx.db, id);
  const [theirCalls, theirAppointments] = await Promise.all([
    ctx.db
      .select(callSummaryColumns)
      .from(calls)
      .where(and(eq(calls.tenantId, tenantId), eq(calls.customerId, id)))
      .orderBy(desc(calls.startTimestamp), desc(calls.id))
      .limit(latest),
    ctx.db
      .select()
      .from(appointments)
      .where(and(eq(appointments.tenantId, tenantId), eq(appointments.customerId, id)))
      .orderBy(desc(appointments.startTime), desc(appointments.id))
      .limit(latest),
  ]);
  return { customer, calls: theirCalls, appointments: theirAppointments };
}
