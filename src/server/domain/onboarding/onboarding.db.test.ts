import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Trade } from "@/contracts/trades";
import {
  appointments,
  branches,
  events,
  openingHours,
  services,
  setups,
  staff,
  staffServices,
  staffWorkingHours,
} from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant } from "@/test/factories";
import { createPerson } from "@/test/people";
import type { TenantContext } from "../_core/context";
import { bookAppointment } from "../appointments/book-appointment";
import { getAssistant } from "../assistant/get-assistant";
import { findSlots } from "../availability/find-slots";
import { getBranch } from "../branches/get-branch";
import { addPerson } from "./add-person";
import { applyTemplate } from "./apply-template";
import { dismissSetup } from "./dismiss-setup";
import { getSetup } from "./get-setup";
import { setUpBranch } from "./set-up-branch";
import { setUpHours } from "./set-up-hours";
import { settleStep } from "./settle-step";
import { takeDemoNumber } from "./take-demo-number";
import { tradeTemplates } from "./trade-templates";
import { wishNumber } from "./wish-number";

vi.hoisted(() => {
  vi.stubEnv("SANDBOX_URL", "http://127.0.0.1:1");
});
afterAll(() => void vi.unstubAllEnvs());
const db = testDatabase();

/** A business as it is right after its owner signed up. */
async function newBusiness(trade: Trade = "physiotherapy") {
  const ctx = await createTenant({ minNoticeMinutes: 0 });
  const { id } = await createPerson(ctx.tenant.id, "owner");
  await db.insert(setups).values({ tenantId: ctx.tenant.id, trade, steps: {} });
  return as(ctx, { type: "user", userId: id, role: "owner" });
}

const template = (trade: Trade = "physiotherapy") => ({
  trade,
  federalState: "HE" as const,
  services: tradeTemplates[trade].services,
});

async function setUpBusiness() {
  const ctx = await newBusiness();
  await applyTemplate(ctx, template());
  const branchId = (await getSetup(ctx))?.branchId ?? 0;
  return { ctx, branchId };
}

const rowsOf = async (ctx: TenantContext) => {
  const t = ctx.tenant.id;
  const [inBranches, inHours, inStaff, inWeek, inServices, does] = await Promise.all([
    db.select().from(branches).where(eq(branches.tenantId, t)),
    db.select().from(openingHours).where(eq(openingHours.tenantId, t)),
    db.select().from(staff).where(eq(staff.tenantId, t)),
    db.select().from(staffWorkingHours).where(eq(staffWorkingHours.tenantId, t)),
    db.select().from(services).where(eq(services.tenantId, t)),
    db.select().from(staffServices).where(eq(staffServices.tenantId, t)),
  ]);
  return { inBranches, inHours, inStaff, inWeek, inServices, does };
};

const countsOf = async (ctx: TenantContext) => Object.values(await rowsOf(ctx)).map((rows) => rows.length);

describe("a trade's template", () => {
  test("makes a business that can be booked at once, and an assistant that speaks for it", async () => {
    const ctx = await newBusiness("hairdresser");
    const [first, ...rest] = tradeTemplates.hairdresser.services;
    if (!first) throw new Error("no service");
    const corrected = { ...first, name: "Schnitt", priceCents: 4100, durationMinutes: 50 };
    await applyTemplate(ctx, { ...template("hairdresser"), services: [corrected, ...rest] });
    const { inBranches, inStaff, inServices, does } = await rowsOf(ctx);
    expect(inBranches).toMatchObject([{ name: "Praxis Test", federalState: "HE" }]);
    expect(inStaff).toMatchObject([{ name: "Person owner" }]);
    expect(does).toHaveLength(inServices.length);
    const cut = inServices.find(({ name }) => name === "Schnitt");
    expect(cut).toMatchObject({ priceCents: 4100, durationMinutes: 50 });
    const slots = await findSlots(ctx, {
      serviceId: cut?.id ?? 0,
      from: new Date(),
      to: new Date(Date.now() + 14 * 86_400_000),
    });
    const [slot] = slots;
    if (!slot) throw new Error("nothing is free in two weeks");
    await bookAppointment(ctx, {
      serviceId: cut?.id ?? 0,
      start: slot.start,
      customer: { name: "Grace Hopper" },
      source: "dashboard",
    });
    expect(await db.select().from(appointments).where(eq(appointments.tenantId, ctx.tenant.id))).toHaveLength(
      1,
    );
    expect((await getAssistant(ctx)).current.number).toBe(1);
    expect(await getSetup(ctx)).toMatchObject({ trade: "hairdresser", steps: { trade: "done" } });
  });

  test("is taken over once, however many clicks and tabs", async () => {
    const ctx = await newBusiness();
    await Promise.all([1, 2, 3, 4].map(() => applyTemplate(ctx, template())));
    const counts = await countsOf(ctx);
    await applyTemplate(ctx, template("garage"));
    expect(await countsOf(ctx)).toEqual(counts);
    expect(counts.slice(0, 1)).toEqual([1]);
    expect(counts[4]).toBe(template().services.length);
  });

  test("leaves nothing behind when something fails in the middle", async () => {
    const ctx = await newBusiness();
    const before = await db.select().from(events).where(eq(events.tenantId, ctx.tenant.id));
    const last = template().services.at(-1)?.name;
    await db.execute(
      sql.raw(`CREATE TRIGGER break_template BEFORE INSERT ON services FOR EACH ROW
        IF NEW.tenant_id = '${ctx.tenant.id}' AND NEW.name = '${last}' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken on purpose';
        END IF`),
    );
    try {
      await expect(applyTemplate(ctx, template())).rejects.toThrow();
    } finally {
      await db.execute(sql.raw("DROP TRIGGER break_template"));
    }
    expect(await countsOf(ctx)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await db.select().from(events).where(eq(events.tenantId, ctx.tenant.id))).toEqual(before);
    expect(await getSetup(ctx)).toMatchObject({ steps: {}, branchId: null });
    await applyTemplate(ctx, template());
    expect((await countsOf(ctx))[4]).toBe(template().services.length);
  });
});

describe("hours and people", () => {
  const week = [{ weekday: 2, from: "09:00", to: "17:00" }];

  test("of those who work as it is open follow the opening hours, others keep theirs", async () => {
    const { ctx, branchId } = await setUpBusiness();
    const { id } = await addPerson(ctx, { name: "Kim", serviceIds: [] });
    const { id: partTime } = await addPerson(ctx, { name: "Robin", serviceIds: [] });
    const robin = and(eq(staffWorkingHours.staffId, partTime), eq(staffWorkingHours.weekday, 1));
    await db.delete(staffWorkingHours).where(robin);
    const before = (await rowsOf(ctx)).inWeek.filter(({ staffId }) => staffId === partTime).length;
    const { version } = await getBranch(ctx, branchId);
    await setUpHours(ctx, { branchId, version, ranges: week });
    const { inWeek, inHours } = await rowsOf(ctx);
    expect(inHours).toMatchObject([{ weekday: 2, startsMinute: 540, endsMinute: 1020 }]);
    expect(inWeek.filter(({ staffId }) => staffId === id)).toMatchObject([{ weekday: 2, startsMinute: 540 }]);
    expect(inWeek.filter(({ staffId }) => staffId === partTime)).toHaveLength(before);
  });

  test("said twice they are the same; said by two who saw different ones, the second is told", async () => {
    const { ctx, branchId } = await setUpBusiness();
    const { version } = await getBranch(ctx, branchId);
    await setUpHours(ctx, { branchId, version, ranges: week });
    await setUpHours(ctx, { branchId, version, ranges: week });
    await expect(setUpHours(ctx, { branchId, version, ranges: [] })).rejects.toMatchObject({
      code: "branch.changed_meanwhile",
    });
  });

  test("a person is added once, however often it is clicked, and works while it is open", async () => {
    const { ctx } = await setUpBusiness();
    const { inServices, inHours } = await rowsOf(ctx);
    const kim = { name: "Kim", serviceIds: inServices.map(({ id }) => id) };
    const added = await Promise.all([1, 2, 3].map(() => addPerson(ctx, kim)));
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    const { inStaff, inWeek } = await rowsOf(ctx);
    expect(inStaff).toHaveLength(2);
    expect(inWeek.filter(({ staffId }) => staffId === added[0]?.id)).toHaveLength(inHours.length);
  });
});

describe("the steps", () => {
  test("are remembered as done or for later, and done stays done", async () => {
    const { ctx, branchId } = await setUpBusiness();
    await settleStep(ctx, { step: "staff", state: "skipped" });
    await settleStep(ctx, { step: "trade", state: "skipped" });
    const { version, name, timeZone } = await getBranch(ctx, branchId);
    const place = { branchId, version, name, timeZone, phone: null, federalState: "BY" as const };
    await setUpBranch(ctx, { ...place, address: "Am Markt 1" });
    expect(await getSetup(ctx)).toMatchObject({
      steps: { trade: "done", staff: "skipped", branch: "done" },
      isDismissed: false,
    });
    await dismissSetup(ctx);
    expect(await getSetup(ctx)).toMatchObject({ isDismissed: true });
  });

  test("a demo number is one number, also for two clicks, and nobody else's", async () => {
    const { ctx } = await setUpBusiness();
    const { ctx: other } = await setUpBusiness();
    await Promise.all([takeDemoNumber(ctx), takeDemoNumber(ctx)]);
    await takeDemoNumber(other);
    const [mine, theirs] = await Promise.all([getSetup(ctx), getSetup(other)]);
    expect(mine).toMatchObject({
      steps: { number: "done" },
      phoneNumber: expect.stringMatching(/^\+4930231\d+$/),
    });
    expect(theirs?.phoneNumber).not.toBe(mine?.phoneNumber);
  });

  test("a number of one's own is noted and not connected", async () => {
    const { ctx } = await setUpBusiness();
    await wishNumber(ctx, { phoneNumber: "030 1234567" });
    expect(await getSetup(ctx)).toMatchObject({
      wishedNumber: "+49301234567",
      phoneNumber: null,
      steps: { number: "done" },
    });
    await expect(wishNumber(ctx, { phoneNumber: "nope" })).rejects.toMatchObject({
      code: "phone_number.invalid",
    });
  });

  test("are for those who change settings, and of businesses that signed up", async () => {
    const { ctx } = await setUpBusiness();
    const desk = as(ctx, { type: "user", userId: 1, role: "staff" });
    await expect(getSetup(desk)).rejects.toMatchObject({ code: "forbidden" });
    await expect(applyTemplate(desk, template())).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeDemoNumber(desk)).rejects.toMatchObject({ code: "forbidden" });
    const older = await createTenant();
    expect(await getSetup(older)).toBeNull();
    await expect(applyTemplate(older, template())).rejects.toMatchObject({ code: "setup.not_found" });
  });
});
