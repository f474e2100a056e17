import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { photoLimitBytes } from "@/contracts/photos";
import { staffPhotos } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";
import { shrinkPhoto } from "./shrink-photo";

/** @throws DomainError `staff.not_found`, `photo.too_large`, `photo.not_an_image` */
export async function setPhoto(ctx: TenantContext, staffId: number, bytes: Uint8Array): Promise<void> {
  requirePermission(ctx, "catalog:write");
  if (bytes.byteLength > photoLimitBytes) throw new DomainError("photo.too_large", "invalid");
  await requireOwn(ctx, ctx.db, "staff", [staffId]);
  const image = await shrinkPhoto(bytes);
  const digest = createHash("sha256").update(image).digest("hex");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId });
    await tx
      .insert(staffPhotos)
      .values({ tenantId: ctx.tenant.id, staffId, image, digest })
      .onDuplicateKeyUpdate({
        set: { image: sql`VALUES(${staffPhotos.image})`, digest: sql`VALUES(${staffPhotos.digest})` },
      });
    await recordEvent(ctx, tx, "staff.changed", staffId, { fields: ["photo"] });
  });
}
