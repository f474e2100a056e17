import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { priorities } from "@/contracts/calls";
import { lacksAreaCode, readWrittenPhone } from "@/lib/phone";
import { isMissingReference } from "@/server/db/errors";
import { callbacks, calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { loadBranches } from "../availability/calendar-rows";
import { noteOpenCallback } from "../calls/note-open-callback";
import { findCustomerByPhone } from "../customers/find-customer-by-phone";
import { dueRange, dueTime } from "./due-time";
import { type CallbackRow, readCallback } from "./queries";

const schema = z.object({
  callId: z.number().int().positive().optional(),
  customerId: z.number().int().positive().optional(),
  branchId: z.number().int().positive().optional(),
  name: z.string().trim().min(1).max(255).optional(),
  /** In any writing; refused if it is no phone number. */
  phone: z.string().trim().min(1).max(40).optional(),
  reason: z.string().trim().max(1000).optional(),
  preferredTime: z.string().trim().max(255).optional(),
  priority: z.enum(priorities).default("normal"),
});

/**
 * Notes that someone has to be called back, due in opening hours. A call has one open callback: asking again completes
 * it (a number, a name, a wish, more urgency) instead of making the team call twice. Whose it is and where, the call
 * says where nothing else does, then the number.
 * @throws DomainError `callback.phone_invalid`, `call.not_found`, `customer.not_found`
 */
export async function requestCallback(
  ctx: TenantContext,
  input: z.input<typeof schema>,
  now = new Date(),
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { phone: rawPhone, callId, ...values } = schema.parse(input);
  const phone = rawPhone && readWrittenPhone(rawPhone);
  if (rawPhone && !phone)
    throw new DomainError("callback.phone_invalid", "invalid", {
      fields: { phone: lacksAreaCode(rawPhone) ? "area_code" : "phone" },
    });

  const [branches, owner] = await Promise.all([
    loadBranches(ctx, dueRange(now)),
    phone ? findCustomerByPhone(ctx, phone) : undefined,
  ]);
  return transact(ctx.db, async (tx) => {
    const { open, call } = callId === undefined ? {} : await lockCallAndFindOpen(ctx, tx, callId);
    const dueAt = dueTime(branches, {
      branchId: values.branchId ?? open?.branchId ?? call?.branchId ?? null,
      from: now,
      priority: values.priority,
    });
    if (open) {
      const isMoreUrgent = priorities.indexOf(values.priority) > priorities.indexOf(open.priority);
      await tx
        .update(callbacks)
        .set({
          ...(isMoreUrgent && {
            priority: values.priority,
            dueAt: new Date(Math.min(dueAt.getTime(), open.dueAt.getTime())),
          }),
          name: values.name ?? open.name,
          phone: phone ?? open.phone,
          reason: mergeReasons(open.reason, values.reason),
          preferredTime: values.preferredTime ?? open.preferredTime,
        })
        .where(and(eq(callbacks.tenantId, ctx.tenant.id), eq(callbacks.id, open.id)));
      return readCallback(ctx, open.id, tx);
    }
    const [inserted] = await tx
      .insert(callbacks)
      .values({
        ...values,
        tenantId: ctx.tenant.id,
        callId,
        customerId: values.customerId ?? call?.customerId ?? owner?.id,
        branchId: values.branchId ?? call?.branchId,
        phone,
        dueAt,
      })
      .$returningId()
      .catch((error: unknown) => {
        throw isMissingReference(error, "callbacks_customer_fk") ? notFound("customer") : error;
      });
    const { id } = inserted as { id: number };
    await noteOpenCallback(ctx, tx, callId ?? null);
    await recordEvent(ctx, tx, "callback.requested", id, { callbackId: id });
    return readCallback(ctx, id, tx);
  });
}

/** The call's row is the lock: two tool calls at once must not both find no callback. */
async function lockCallAndFindOpen(ctx: TenantContext, tx: Transaction, callId: number) {
  const [call] = await tx
    .select({ branchId: calls.branchId, customerId: calls.customerId })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)))
    .for("update");
  if (!call) throw notFound("call");
  const [open] = await tx
    .select()
    .from(callbacks)
    .where(
      and(
        eq(callbacks.tenantId, ctx.tenant.id),
        eq(callbacks.callId, callId),
        inArray(callbacks.status, ["open", "claimed"]),
      ),
    );
  return { open, call };
}

function mergeReasons(known: string | null, added: string | undefined): string | null {
  if (!added || known?.includes(added)) return known;
  return known ? `${known}; ${added}`.slice(0, 1000) : added;
}
