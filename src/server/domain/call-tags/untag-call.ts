import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { tagRef } from "@/contracts/call-notes";
import { callTags, tags } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockNotedCall } from "../call-notes/queries";

/** Takes a word off a call; one that no call wears any more is forgotten. @throws DomainError `call.not_found`, `tag.not_found` */
export async function untagCall(ctx: TenantContext, input: z.input<typeof tagRef>): Promise<void> {
  requirePermission(ctx, "calls:annotate");
  const { callId, tagId } = tagRef.parse(input);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    await lockNotedCall(ctx, tx, callId);
    const own = and(eq(tags.tenantId, tenantId), eq(tags.id, tagId));
    // Locked, so that nobody puts it on another call while it is being forgotten.
    const [tag] = await tx.select({ id: tags.id }).from(tags).where(own).for("update");
    const ofTag = and(eq(callTags.tenantId, tenantId), eq(callTags.tagId, tagId));
    const [{ affectedRows }] = await tx.delete(callTags).where(and(ofTag, eq(callTags.callId, callId)));
    if (!tag || affectedRows === 0) throw notFound("tag");
    const [elsewhere] = await tx.select({ callId: callTags.callId }).from(callTags).where(ofTag).limit(1);
    if (!elsewhere) await tx.delete(tags).where(own);
    await recordEvent(ctx, tx, "call.untagged", callId, { tagId });
  });
}
