import { randomInt } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Slot } from "@/contracts/appointments";
import { offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { hold } from "./hold";
import type { OfferRow } from "./offer";

const limits = z.object({
  callId: z.number().int().positive(),
  slots: z.array(z.unknown()).max(20),
});

/** No letters or digits that sound or look alike; a language model copies it. */
const codeSigns = "abcdefghjkmnpqrstuvwxyz23456789";
const codeLength = 6;

/**
 * One offer per free time, in the same order; a time that this call was offered before keeps its offer. With
 * `hold: "first"` the first is kept for this call: if somebody else took it meanwhile, or this number keeps too many,
 * its `heldUntil` is null. `moving` is the appointment that would go there.
 */
export async function makeOffers(
  ctx: TenantContext,
  input: { callId: number; slots: Slot[]; hold?: "first" | "none"; moving?: number | undefined },
): Promise<OfferRow[]> {
  requirePermission(ctx, "appointments:write");
  limits.parse(input);
  const { callId, slots } = input;
  if (slots.length === 0) return [];
  const known = new Map((await listKnown(ctx, callId, slots)).map((row) => [sameTime(row), row]));
  const wanted = slots.map((slot) => toValues(ctx, callId, slot));
  const missing = [
    ...new Map(wanted.filter((row) => !known.has(sameTime(row))).map((row) => [sameTime(row), row])).values(),
  ];
  if (missing.length > 0) {
    const ids = await ctx.db.insert(offers).values(missing).$returningId();
    for (const [index, values] of missing.entries())
      known.set(sameTime(values), { ...values, id: (ids[index] as { id: number }).id });
  }
  const rows = wanted.map((values) => known.get(sameTime(values)) as OfferRow);
  return input.hold === "first" ? holdFirst(ctx, rows, input.moving) : rows;
}

async function holdFirst(
  ctx: TenantContext,
  [first, ...others]: OfferRow[],
  moving: number | undefined,
): Promise<OfferRow[]> {
  if (!first) return [];
  try {
    return [(await hold(ctx, first, moving)) ?? { ...first, heldUntil: null }, ...others];
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "offer.hold_limit")) throw error;
    return [{ ...first, heldUntil: null }, ...others];
  }
}

const listKnown = (ctx: TenantContext, callId: number, slots: readonly Slot[]) =>
  ctx.db
    .select()
    .from(offers)
    .where(
      and(
        eq(offers.tenantId, ctx.tenant.id),
        eq(offers.callId, callId),
        inArray(
          offers.startTime,
          slots.map(({ start }) => start),
        ),
      ),
    );

function toValues(ctx: TenantContext, callId: number, slot: Slot) {
  const now = new Date();
  return {
    tenantId: ctx.tenant.id,
    callId,
    code: newCode(),
    serviceId: slot.serviceId,
    staffId: slot.staffId,
    furtherStaffIds: slot.furtherStaffIds,
    resourceId: slot.resourceId,
    branchId: slot.branchId,
    startTime: slot.start,
    endTime: slot.end,
    priceCents: slot.priceCents,
    source: slot.calendarSource,
    calcomEventTypeId: slot.calcomEventTypeId,
    heldUntil: null,
    heldAt: null,
    groupKey: null,
    createdAt: now,
    updatedAt: now,
  } satisfies Omit<OfferRow, "id">;
}

/** Two offers with the same words here are the same offer. */
const sameTime = (row: Omit<OfferRow, "id">) =>
  JSON.stringify([
    row.serviceId,
    row.staffId,
    row.furtherStaffIds,
    row.resourceId,
    row.branchId,
    row.startTime.getTime(),
    row.endTime.getTime(),
    row.priceCents,
    row.calcomEventTypeId,
  ]);

const newCode = () =>
  Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join("");
