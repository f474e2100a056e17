import { eq } from "drizzle-orm";
import { env } from "@/env";
import { unseal } from "@/lib/secret-box";
import { userTotps } from "@/server/db/schema";
import type { Transaction } from "../_core/transact";
import { stepOf } from "./totp";

/** Under the lock of its row: a code counts once, and none before it counts any more. @returns whether it counted */
export async function takeCode(
  tx: Transaction,
  totp: Pick<typeof userTotps.$inferSelect, "userId" | "secretEncrypted" | "lastStep">,
  code: string,
): Promise<boolean> {
  const step = stepOf(unseal(totp.secretEncrypted, env.ENCRYPTION_KEY), code);
  if (step === undefined || step <= totp.lastStep) return false;
  await tx.update(userTotps).set({ lastStep: step }).where(eq(userTotps.userId, totp.userId));
  return true;
}
