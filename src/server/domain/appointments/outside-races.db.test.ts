import { setTimeout as delay } from "node:timers/promises";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { within } from "@/server/domain/_core/within";
import { as, createBusiness, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { moveAppointment } from "./move-appointment";
import { recordOutsideAppointment } from "./record-outside-appointment";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const tenAm = localTime(2, "10:00");
const noon = localTime(2, "12:00");

const told = ({ staffIds, serviceId }: Business, start = tenAm) => ({
  staffId: staffIds[0],
  serviceId,
  start,
  end: new Date(start.getTime() + 1_800_000),
  calcomBookingId: "theirs",
  source: "calcom" as const,
});
const calcom = ({ ctx }: Business) => as(ctx, { type: "webhook", provider: "calcom" });

/** Does something within a transaction that stays open until somebody waits for it, who began meanwhile. */
async function whileOpen<T>(
  ctx: TenantContext,
  change: (ctx: TenantContext) => Promise<unknown>,
  begin: () => Promise<T>,
): Promise<T> {
  let waiting: Promise<T> | undefined;
  await ctx.db.transaction(async (tx) => {
    await change(within(ctx, tx));
    waiting = begin();
    // InnoDB lists locks anew only for who has not asked for 100 ms.
    do await delay(150);
    while (!(await isWaiting(ctx.db)));
  });
  return waiting as Promise<T>;
}

async function isWaiting(db: TenantContext["db"]): Promise<boolean> {
  const [rows] = await db.execute(sql`SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
    JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
    WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`);
  return Number((rows as unknown as { n: number }[])[0]?.n) > 0;
}

test("who left time that Cal.com gave away has left before, in the log as in the calendar", async () => {
  const business = await createBusiness();
  const { ctx, serviceId } = business;
  const customer = { name: "Max", phone: uniquePhone() };
  const ours = await bookAppointment(ctx, { serviceId, start: tenAm, customer, source: "phone" });
  const { appointment: theirs, conflict } = await whileOpen(
    ctx,
    (open) => cancelAppointment(open, { appointmentId: ours.id }),
    () => recordOutsideAppointment(calcom(business), told(business)),
  );
  expect(conflict).toBe(false);
  const log = await ctx.db
    .select({ type: events.type, id: events.entityId })
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id), inArray(events.entityId, [ours.id, theirs.id])))
    .orderBy(asc(events.id));
  expect(log.filter(({ type }) => /^appointment\.(booked|cancelled)$/.test(type))).toEqual([
    { type: "appointment.booked", id: ours.id },
    { type: "appointment.cancelled", id: ours.id },
    { type: "appointment.booked", id: theirs.id },
  ]);
});

test("told while it is given to somebody else here, it takes the time of whoever has it then", async () => {
  const business = await createBusiness({}, 2);
  const { ctx, staffIds } = business;
  const { appointment } = await recordOutsideAppointment(calcom(business), told(business));
  const { staffId: _, ...moved } = told(business, noon);
  const { appointment: after } = await whileOpen(
    ctx,
    (open) =>
      moveAppointment(open, { appointmentId: appointment.id, start: tenAm, staffId: staffIds[1] as number }),
    () => recordOutsideAppointment(calcom(business), moved),
  );
  expect(after).toMatchObject({ staffId: staffIds[1], startTime: noon });
  const owners = await ctx.db
    .selectDistinct({ staffId: staffTimeCells.staffId })
    .from(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.appointmentId, appointment.id)));
  expect(owners).toEqual([{ staffId: staffIds[1] }]);
});
