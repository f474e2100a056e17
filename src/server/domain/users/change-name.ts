import { eq } from "drizzle-orm";
import type { z } from "zod";
import { changeNameInput } from "@/contracts/users";
import { users } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { recordOwn } from "./record-own";
import { requireUser } from "./require-user";

/** What the signed-in person is called in front of colleagues. */
export async function changeName(
  ctx: PlatformContext,
  input: z.infer<typeof changeNameInput>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { name } = changeNameInput.parse(input);
  await transact(ctx.db, async (tx) => {
    const [user] = await tx
      .select({ name: users.name })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user || user.name === name) return;
    await tx.update(users).set({ name }).where(eq(users.id, userId));
    await recordOwn(ctx, tx, "user.changed", { userId, fields: ["name"] });
  });
}
