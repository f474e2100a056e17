import { and, count, eq } from "drizzle-orm";
import type { z } from "zod";
import { newTag } from "@/contracts/call-notes";
import { callTags, tags, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { lockNotedCall } from "../call-notes/queries";
import { mostTags } from "./queries";

/** More on one call say nothing any more. */
const mostPerCall = 8;

/**
 * Puts a word on a call. One that the business already uses is the same word, however it is capitalised; a second time
 * changes nothing.
 * @throws DomainError `call.not_found`, `tag.too_many` (of the business), `tag.enough` (on this call)
 */
export async function tagCall(ctx: TenantContext, input: z.input<typeof newTag>): Promise<{ tagId: number }> {
  requirePermission(ctx, "calls:annotate");
  const { callId, name } = newTag.parse(input);
  const tenantId = ctx.tenant.id;
  return transact(ctx.db, async (tx) => {
    const { startTimestamp } = await lockNotedCall(ctx, tx, callId);
    const tagId = await findOrAdd(ctx, tx, name);
    const worn = await tx
      .select({ tagId: callTags.tagId })
      .from(callTags)
      .where(and(eq(callTags.tenantId, tenantId), eq(callTags.callId, callId)));
    if (worn.some((tag) => tag.tagId === tagId)) return { tagId };
    if (worn.length >= mostPerCall) throw new DomainError("tag.enough", "conflict", { most: mostPerCall });
    await tx.insert(callTags).values({ tenantId, tagId, startTimestamp, callId });
    await recordEvent(ctx, tx, "call.tagged", callId, { tagId });
    return { tagId };
  });
}

async function findOrAdd(ctx: TenantContext, tx: Transaction, name: string): Promise<number> {
  const known = await find(ctx, tx, name);
  if (known !== undefined) return known;
  const tenantId = ctx.tenant.id;
  // Two people who type the same new word at once wait here for each other.
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
  const since = await find(ctx, tx, name);
  if (since !== undefined) return since;
  const [used] = await tx.select({ n: count() }).from(tags).where(eq(tags.tenantId, tenantId));
  if ((used?.n ?? 0) >= mostTags) throw new DomainError("tag.too_many", "conflict", { most: mostTags });
  const [row] = await tx.insert(tags).values({ tenantId, name }).$returningId();
  return (row as { id: number }).id;
}

async function find(ctx: TenantContext, tx: Transaction, name: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.tenantId, ctx.tenant.id), eq(tags.name, name)))
    .for("update");
  return row?.id;
}
