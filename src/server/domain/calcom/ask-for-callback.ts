import { and, eq, inArray } from "drizzle-orm";
import { callbacks, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { requestCallback } from "../callbacks/request-callback";

/** What the team reads before it calls; German like everything the agent notes down. */
const sentences = {
  refused: (time: string) =>
    `War vorgemerkt für ${time}, im Kalender aber schon vergeben. Bitte eine andere Zeit anbieten.`,
  move_refused: (time: string) =>
    `Die Verschiebung auf ${time} hat nicht geklappt, der alte Termin gilt weiter. Bitte Bescheid geben.`,
  move_not_confirmed: (time: string) =>
    `Die vorgemerkte Verschiebung auf ${time} ließ sich im Kalender nicht eintragen. Bitte prüfen und Bescheid geben.`,
  not_confirmed: (time: string) =>
    `Der vorgemerkte Termin ${time} ließ sich im Kalender nicht eintragen. Bitte prüfen und Bescheid geben.`,
};

/** Somebody was told that a time is noted, and it came to nothing: the business calls them. Once, however often run. */
export async function askForCallback(
  source: TenantContext,
  row: AppointmentRow,
  why: keyof typeof sentences,
): Promise<void> {
  const ctx: TenantContext = { ...source, actor: { type: "job", name: "sync-appointment" } };
  const reason = sentences[why](
    new Intl.DateTimeFormat("de-DE", {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: ctx.tenant.timeZone,
    }).format(row.startTime),
  );
  const customer = await findCustomer(ctx, row.customerId);
  if (row.callId === null && (await isAsked(ctx, reason, row.customerId))) return;
  await requestCallback(ctx, {
    callId: row.callId ?? undefined,
    customerId: row.customerId ?? undefined,
    branchId: row.branchId ?? undefined,
    name: row.attendeeName ?? customer?.name ?? undefined,
    phone: customer?.phone ?? undefined,
    reason,
    priority: "high",
  });
}

async function findCustomer(ctx: TenantContext, customerId: number | null) {
  if (customerId === null) return undefined;
  const [customer] = await ctx.db
    .select({ name: customers.name, phone: customers.phone })
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId)));
  return customer;
}

/** A call has one open callback anyway; without a call the words decide. */
async function isAsked(ctx: TenantContext, reason: string, customerId: number | null): Promise<boolean> {
  const rows = await ctx.db
    .select({ customerId: callbacks.customerId })
    .from(callbacks)
    .where(
      and(
        eq(callbacks.tenantId, ctx.tenant.id),
        eq(callbacks.reason, reason),
        inArray(callbacks.status, ["open", "claimed"]),
      ),
    );
  return rows.some((known) => known.customerId === customerId);
}
