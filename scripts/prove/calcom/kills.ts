import { spawn } from "node:child_process";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { appointments, calcomBookings } from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { keepOurs } from "@/server/domain/calcom/keep-ours";
import { listDrifts } from "@/server/domain/calcom/list-drifts";
import { root } from "../../lib/paths";
import { type Random, randomFrom } from "../random";
import { findDisagreements } from "./check";
import { letTimePass, settle } from "./settle";
import { type CalcomWorld, contextOf, createCalcomWorld, type WorldData } from "./world";

export const operations = ["book", "move", "cancel", "settle", "compare", "keep_ours"] as const;
export type Operation = (typeof operations)[number];

/** What the process to be killed is told. */
export interface VictimPlan {
  world: WorldData;
  operation: Operation;
  appointmentId: number | null;
  startIndex: number;
  /** 0 lets it live. */
  dieBefore: number;
}

export interface KillResult {
  operation: Operation;
  /** The step it was to die before. */
  diedBefore: number;
  /** What runs beside an operation ends with the process, sooner or later: the last steps are not always reached. */
  died: boolean;
  wrong: string[];
}

/** How many steps an operation has, by letting one process live. */
export async function countSteps(db: Database, databaseUrl: string, operation: Operation): Promise<number> {
  const world = await createCalcomWorld(db, "robin");
  try {
    return Number((await runVictim(world, databaseUrl, operation, 0)).said) || 0;
  } finally {
    await world.close();
  }
}

/** A process dies right before one step; another one carries on, and both sides have to agree. */
export async function runKill(
  db: Database,
  databaseUrl: string,
  operation: Operation,
  dieBefore: number,
): Promise<KillResult> {
  const world = await createCalcomWorld(db, "robin");
  try {
    const { signal } = await runVictim(world, databaseUrl, operation, dieBefore);
    const random: Random = randomFrom(dieBefore);
    await settle(world, random);
    if (operation === "keep_ours") await decideAgain(world, random);
    const wrong = await findDisagreements(world);
    return { operation, diedBefore: dieBefore, died: signal === "SIGKILL", wrong };
  } finally {
    await world.close();
  }
}

/** Whoever pressed the button and saw it fail finds the difference in the list as before, and presses again. */
async function decideAgain(world: CalcomWorld, random: Random): Promise<void> {
  const ctx = contextOf(world, world.db);
  for (const { appointmentId } of await listDrifts(ctx)) await keepOurs(ctx, { appointmentId });
  await settle(world, random);
}

async function runVictim(world: CalcomWorld, databaseUrl: string, operation: Operation, dieBefore: number) {
  const appointmentId = operation === "book" ? null : await prepare(world, operation);
  const { tenantId, serviceId, staffIds, starts } = world;
  const plan: VictimPlan = {
    world: { tenantId, serviceId, staffIds, starts },
    operation,
    appointmentId,
    startIndex: operation === "move" ? 8 : 0,
    dieBefore,
  };
  const file = join(root, "scripts/prove/calcom/victim.ts");
  const child = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(plan)], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (_code, by) => resolve(by));
  });
  return { said: said.trim(), signal };
}

/** Where each operation begins: an appointment that is in step, or one of those that are not. */
async function prepare(world: CalcomWorld, operation: Operation): Promise<number> {
  const ctx = contextOf(world, world.db);
  const row = await bookAppointment(ctx, {
    serviceId: world.serviceId,
    start: new Date(world.starts[0] ?? 0),
    customer: { name: "Max Mustermann", phone: "+493012345678" },
    source: "phone",
  });
  const { bookings } = world.sandbox.calcom;
  if (operation === "settle") {
    await world.db
      .update(appointments)
      .set({ status: "pending", syncState: "pending", calcomBookingId: null, syncAttempts: 1 })
      .where(eq(appointments.id, row.id));
    await world.db.delete(calcomBookings).where(eq(calcomBookings.tenantId, world.tenantId));
    bookings.clear();
    await world.sandbox.calcomWebhooks.settled();
    world.webhooks.splice(0);
  }
  if (operation === "compare") world.sandbox.calcomBookings.create(bookingOfSomebody(world));
  if (operation === "keep_ours") {
    await world.sandbox.calcomWebhooks.settled();
    world.webhooks.splice(0);
    bookings.delete(row.calcomBookingId ?? "");
    await letTimePass(world);
    await compareWithCalcom(ctx);
  }
  return row.id;
}

const bookingOfSomebody = (world: CalcomWorld) => ({
  start: new Date(world.starts[5] ?? 0).toISOString(),
  eventTypeId: world.eventTypeIds[0],
  attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
});
