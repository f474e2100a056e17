import { type SQLWrapper, sql } from "drizzle-orm";
import { businessJobs } from "@/contracts/background-work";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { instantOfRow } from "./instant-of-row";
import { rankTroubles, type Trouble } from "./rank-troubles";
import { standingTroubles } from "./standing-troubles";
import { type TroubleRow, toldBy } from "./trouble-part";
import { unattendedAppointments } from "./unattended-appointments";
import { unsyncedAppointments } from "./unsynced-appointments";

const shown = 6;

/** What needs a person, the most pressing first, at most six; `more` says that there is more of it. One statement. */
export async function listAttention(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const parts: SQLWrapper[] = [
    ...unsyncedAppointments(ctx, now, shown + 1),
    ...unattendedAppointments(ctx, now),
    ...standingTroubles(ctx, now),
  ];
  const [rows] = await ctx.db.execute(sql.join(parts, sql` union all `));
  const ranked = oncePerPerson(
    rankTroubles((rows as unknown as TroubleRow[]).flatMap((row) => toTrouble(ctx, row))),
  );
  return { rows: ranked.slice(0, shown), more: ranked.length > shown };
}

/** Whoever is away twice on a day is told with what comes first. */
const oncePerPerson = (ranked: readonly Trouble[]) =>
  ranked.filter(
    (trouble, index) =>
      trouble.kind !== "unattended" ||
      index === ranked.findIndex((other) => "staffId" in other && other.staffId === trouble.staffId),
  );

function toTrouble({ tenant }: TenantContext, { kind, told }: TroubleRow): Trouble[] {
  if (told === null) return [];
  switch (kind) {
    case "calendar_broken":
      return [{ kind }];
    case "number_without_agent": {
      const [phoneNumber] = toldBy(kind, told);
      return [{ kind, phoneNumber }];
    }
    case "low_balance": {
      const [balanceCents] = toldBy(kind, told);
      return [{ kind, balanceCents }];
    }
    case "unassigned_calls": {
      const [count] = toldBy(kind, told);
      return [{ kind, count }];
    }
    case "job_failed": {
      const [functionId, count] = toldBy(kind, told);
      return [{ kind, job: businessJobs.find((job) => job === functionId) ?? "other", count }];
    }
    case "unattended": {
      const [staffId, staffName, start, timeZone] = toldBy(kind, told);
      return [
        { kind, staffId, staffName, start: instantOfRow(start), timeZone: timeZone ?? tenant.timeZone },
      ];
    }
    case "not_in_calendar":
    case "unconfirmed": {
      const [appointmentId, start, timeZone, name] = toldBy(kind, told);
      return [
        { kind, appointmentId, name, start: instantOfRow(start), timeZone: timeZone ?? tenant.timeZone },
      ];
    }
  }
}
