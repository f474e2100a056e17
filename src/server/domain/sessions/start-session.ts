import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Role } from "@/contracts/permissions";
import { sessionSeconds } from "@/contracts/users";
import { seenFrom } from "@/lib/seen-from";
import { sessions, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";

const inputSchema = z.object({
  userAgent: z.string().nullable(),
  ipAddress: z.string().max(45).nullable(),
});

/** Opens a session for somebody whose password was just checked. @returns its id, the only thing the cookie carries */
export async function startSession(
  ctx: Pick<PlatformContext, "db" | "requestId">,
  user: { id: number; role: Role; tenantId: string | null },
  input: z.infer<typeof inputSchema>,
): Promise<string> {
  const { userAgent, ipAddress } = inputSchema.parse(input);
  const id = randomUUID();
  const now = new Date();
  await transact(ctx.db, async (tx) => {
    await tx.insert(sessions).values({
      id,
      userId: user.id,
      userAgent: userAgent?.slice(0, 255),
      ipAddress,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
    });
    await tx.update(users).set({ lastSignInAt: now }).where(eq(users.id, user.id));
    const from = seenFrom({ ipAddress, userAgent });
    const actor = { type: "user", userId: user.id, role: user.role, from } as const;
    await appendEvent(
      tx,
      { tenantId: user.tenantId, actor, requestId: ctx.requestId },
      "user.signed_in",
      user.id,
      { userId: user.id },
    );
  });
  return id;
}
