import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { versionRequest } from "@/contracts/assistant";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { authorOf } from "./author";
import { withVersions } from "./lock-versions";
import { requirePublishable } from "./require-publishable";

/**
 * An earlier version is said again, as a new one; restoring the one in force changes nothing. The draft stays.
 * @throws DomainError `assistant.not_found`, `assistant.not_publishable`
 */
export async function restoreVersion(
  ctx: TenantContext,
  input: z.input<typeof versionRequest>,
): Promise<{ number: number; replaced: number }> {
  requirePermission(ctx, "settings:write");
  const { number: restoredFrom } = versionRequest.parse(input);
  return withVersions(ctx, async (tx, { published, current }) => {
    const earlier = published.find(({ number }) => number === restoredFrom);
    if (!earlier) throw notFound("assistant");
    if (restoredFrom === current) return { number: current, replaced: current };
    const [row] = await tx
      .select({ content: assistantVersions.content })
      .from(assistantVersions)
      .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), eq(assistantVersions.id, earlier.id)));
    const content = requirePublishable(row?.content);
    const number = current + 1;
    const author = authorOf(ctx);
    const [created] = await tx
      .insert(assistantVersions)
      .values({
        tenantId: ctx.tenant.id,
        number,
        content,
        restoredFrom,
        authorId: author,
        publishedAt: new Date(),
        publishedBy: author,
      })
      .$returningId();
    await recordEvent(ctx, tx, "assistant.published", created?.id ?? null, { number, restoredFrom });
    return { number, replaced: current };
  });
}
