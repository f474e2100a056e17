import { connect } from "@/server/db";
import { openJournal } from "./journal";
import { randomFrom } from "./random";
import { work } from "./work";
import type { World } from "./world";

/** One process of the proof, as another copy of the app would be. `run-cell` starts it, and may kill it. */
export interface WorkerPlan {
  world: World;
  attempts: number;
  workers: number;
  seeds: number[];
  journalFile: string;
}

const plan = JSON.parse(process.argv[2] ?? "") as WorkerPlan;
const db = connect(process.env.DATABASE_URL ?? "", plan.workers + 8);
await work(db, plan.world, {
  ...plan,
  random: randomFrom(...plan.seeds),
  journal: openJournal(plan.journalFile),
});
await db.$client.end();
