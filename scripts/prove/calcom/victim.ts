import { eq } from "drizzle-orm";
import mysql from "mysql2";
import { connect } from "@/server/db";
import { appointments } from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { keepOurs } from "@/server/domain/calcom/keep-ours";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import type { VictimPlan } from "./kills";
import { contextOf } from "./world";

/**
 * One process of the product that dies by kill -9 right before its nth step: a commit, a write of its own, or a
 * request to Cal.com. What lies between two steps leaves no trace, so these are all the places to die at. Says the
 * number of its steps if it lives.
 */
const plan = JSON.parse(process.argv[2] ?? "") as VictimPlan;
let taken = 0;

function step(): void {
  taken += 1;
  if (taken === plan.dieBefore) process.kill(process.pid, "SIGKILL");
}

watchStatements();
const send = globalThis.fetch;
globalThis.fetch = (...request) => {
  step();
  return send(...request);
};

const db = connect(process.env.DATABASE_URL ?? "", 4);
const ctx = contextOf(plan.world, db);
const start = new Date(plan.world.starts[plan.startIndex] ?? 0);
const appointmentId = plan.appointmentId ?? 0;

switch (plan.operation) {
  case "book": {
    const row = await bookAppointment(ctx, {
      serviceId: plan.world.serviceId,
      start,
      customer: { name: "Max Mustermann", phone: "+493012345678" },
      source: "phone",
    });
    await syncAppointment(ctx, row.id, 3_000);
    break;
  }
  case "move":
    await moveAppointment(ctx, { appointmentId, start });
    break;
  case "cancel":
    await cancelAppointment(ctx, { appointmentId, overrideReason: "Beweis" });
    await syncAppointment(ctx, appointmentId, 3_000);
    break;
  case "settle":
    await db.update(appointments).set({ syncLockedUntil: null }).where(eq(appointments.id, appointmentId));
    await syncAppointment(ctx, appointmentId, 3_000);
    break;
  case "compare":
    await compareWithCalcom(ctx);
    break;
  case "keep_ours":
    await keepOurs(ctx, { appointmentId });
    break;
}
process.stdout.write(`${taken}\n`);
process.exit(0);

/** Statements inside a transaction vanish with it: only its commit counts. The limiter's counters are no step. */
function watchStatements(): void {
  const prototype = (mysql as unknown as { Connection: { prototype: Record<string, unknown> } }).Connection
    .prototype;
  const open = new WeakSet<object>();
  for (const name of ["query", "execute"] as const) {
    const original = prototype[name] as (this: object, ...given: unknown[]) => unknown;
    prototype[name] = function (this: object, ...given: unknown[]) {
      const [first] = given;
      const sql = (typeof first === "string" ? first : String((first as { sql?: string })?.sql ?? ""))
        .trimStart()
        .toLowerCase();
      if (sql.startsWith("begin") || sql.startsWith("start transaction")) open.add(this);
      else if (sql.startsWith("rollback")) open.delete(this);
      else if (sql.startsWith("commit")) {
        if (open.delete(this)) step();
      } else if (/^(insert|update|delete)/.test(sql)) {
        if (sql.includes("??.??")) open.delete(this);
        else if (!open.has(this)) step();
      }
      return original.apply(this, given);
    };
  }
}
