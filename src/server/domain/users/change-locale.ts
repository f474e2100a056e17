import { eq } from "drizzle-orm";
import type { z } from "zod";
import { changeLocaleInput } from "@/contracts/users";
import { users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { transact } from "../_core/transact";
import { requireUser } from "./require-user";

/** The language the signed-in person reads, on every device. */
export async function changeLocale(
  ctx: PlatformContext,
  input: z.infer<typeof changeLocaleInput>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { locale } = changeLocaleInput.parse(input);
  await transact(ctx.db, async (tx) => {
    const [user] = await tx
      .select({ tenantId: users.tenantId, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user || user.locale === locale) return;
    await tx.update(users).set({ locale }).where(eq(users.id, userId));
    const source = { tenantId: user.tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId };
    await appendEvent(tx, source, "user.changed", userId, { userId, fields: ["locale"] });
  });
}
