import { randomUUID } from "node:crypto";
import { connect } from "@/server/db";
import { fillPublicHolidays } from "@/server/domain/holidays/fill-public-holidays";

/** Without them a new installation would sell Christmas Day until its nightly job ran. Last year to the year after next. */
export async function fillHolidays(databaseUrl: string, now: Date): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const year = now.getUTCFullYear();
    const ctx = { actor: { type: "job", name: "migrate" } as const, db, requestId: randomUUID() };
    await fillPublicHolidays(ctx, [year - 1, year, year + 1, year + 2]);
  } finally {
    await db.$client.end();
  }
}
