import { and, eq } from "drizzle-orm";
import { staffPhotos } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";

/** WebP, and the digest by which a browser knows its copy. @throws DomainError `photo.not_found` */
export async function getPhoto(
  ctx: TenantContext,
  staffId: number,
): Promise<{ image: Buffer; digest: string }> {
  requirePermission(ctx, "catalog:read");
  const [row] = await ctx.db
    .select({ image: staffPhotos.image, digest: staffPhotos.digest })
    .from(staffPhotos)
    .where(and(eq(staffPhotos.tenantId, ctx.tenant.id), eq(staffPhotos.staffId, staffId)));
  if (!row) throw notFound("photo");
  return row;
}
