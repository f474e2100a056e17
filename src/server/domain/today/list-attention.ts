import { type SQLWrapper, sql } from "drizzle-orm";
import { businessJobs } from "@/contracts/background-work";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { instantOfRow } from "./instant-of-row";
import { rankTroubles, type Trouble } from "./rank-troubles";
import { standingTroubles } from "./standing-troubles";
import { type TroubleRow, toldBy } from "./trouble-part";
import { unsyncedAppointments } from "./unsynced-appointments";

const shown = 6;

/** What needs a person, the most pressing first, at most six; `more` says that there is more of it. One statement. */
export async function listAttention(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const parts: SQLWrapper[] = [...unsyncedAppointments(ctx, now, shown + 1), ...standingTroubles(ctx, now)];
  const [rows] = await ctx.db.execute(sql.join(parts, sql` union all `));
  const ranked = rankTroubles((rows as unknown as TroubleRow[]).map((row) => toTrouble(ctx, row)));
  return { rows: ranked.slice(0, shown), more: ranked.length > shown };
}

function toTrouble({ tenant }: TenantContext, row: TroubleRow): Trouble {
  const { kind } = row;
  switch (kind) {
    case "calendar_broken":
      return { kind };
    case "number_without_agent": {
      const [phoneNumber] = toldBy(kind, row);
      return { kind, phoneNumber };
    }
    case "low_balance": {
      const [balanceCents] = toldBy(kind, row);
      return { kind, balanceCents };
    }
    case "unassigned_calls": {
      const [count] = toldBy(kind, row);
      return { kind, count };
    }
    case "job_failed": {
      const [functionId, count] = toldBy(kind, row);
      return { kind, job: businessJobs.find((job) => job === functionId) ?? "other", count };
    }
    case "not_in_calendar":
    case "unconfirmed": {
      const [appointmentId, start, timeZone, name] = toldBy(kind, row);
      return { kind, appointmentId, name, start: instantOfRow(start), timeZone: timeZone ?? tenant.timeZone };
    }
  }
}
