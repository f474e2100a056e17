import { createHash, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/server/db/schema";
import type { Transaction } from "../_core/transact";

const count = 10;

export const hashRecoveryCode = (code: string): string =>
  createHash("sha256").update(code.toLowerCase().replaceAll("-", "")).digest("hex");

/** 80 random bits: nothing to guess, so a plain SHA-256 is enough to store. */
const newCode = () =>
  randomBytes(10)
    .toString("hex")
    .replace(/(.{5})(?=.)/g, "$1-");

/** Ten new ones instead of all before. @returns them, to be shown once */
export async function replaceRecoveryCodes(tx: Transaction, userId: number): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) })));
  return codes;
}
