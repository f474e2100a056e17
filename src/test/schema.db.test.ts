import { describe, expect, test } from "vitest";
import { isDuplicateKey } from "@/server/db/errors";
import { appointments, staffTimeCells } from "@/server/db/schema";
import { createBusiness } from "./factories";

const appointment = (tenantId: string, start: string) => ({
  tenantId,
  startTime: new Date(start),
  endTime: new Date(new Date(start).getTime() + 1_800_000),
  status: "scheduled" as const,
  source: "rest" as const,
});

describe("the database itself", () => {
  test("refuses a row that points into another tenant", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const insert = a.ctx.db
      .insert(appointments)
      .values({ ...appointment(a.ctx.tenant.id, "2026-12-01T09:00:00Z"), staffId: b.staffIds[0] });
    await expect(insert).rejects.toMatchObject({ cause: { errno: 1452 } });
    await a.ctx.db
      .insert(appointments)
      .values({ ...appointment(a.ctx.tenant.id, "2026-12-01T09:00:00Z"), staffId: a.staffIds[0] });
  });

  test("refuses a second owner of the same five minutes of a person", async () => {
    const { ctx, staffIds } = await createBusiness();
    const staffId = staffIds[0] as number;
    const rows = await ctx.db
      .insert(appointments)
      .values([
        appointment(ctx.tenant.id, "2026-12-01T09:00:00Z"),
        appointment(ctx.tenant.id, "2026-12-01T09:00:00Z"),
      ])
      .$returningId();
    const cell = (appointmentId: number) =>
      ctx.db.insert(staffTimeCells).values({
        tenantId: ctx.tenant.id,
        staffId,
        cellStart: new Date("2026-12-01T09:00:00Z"),
        appointmentId,
      });
    await cell(rows[0]?.id as number);
    const second = await cell(rows[1]?.id as number).catch((error: unknown) => error);
    expect(isDuplicateKey(second)).toBe(true);
  });
});
