import { connect } from "@/server/db";
import { getCalcomConnection } from "@/server/domain/calcom/connection";
import { ignoreOurs } from "./matrix";
import { contextOf, type WorldData } from "./world";

/** A process whose background work never ends: it asks Cal.com as fast as it is let. */
const plan = JSON.parse(process.argv[2] ?? "") as { world: WorldData; seconds: number };
const ctx = contextOf(plan.world, connect(process.env.DATABASE_URL ?? "", 8));
const ends = Date.now() + plan.seconds * 1_000;

await Promise.all(
  Array.from({ length: 4 }, async (_, worker) => {
    for (let page = worker; Date.now() < ends; page += 4) {
      const { client } = await getCalcomConnection(ctx, { timeoutMs: 15_000, urgency: "background" });
      await client.listUpcomingBookings(page).catch(ignoreOurs);
    }
  }),
);
process.exit(0);
