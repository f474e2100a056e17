import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { invitationDays } from "@/contracts/users";
import { env } from "@/env";
import { dayMs } from "@/lib/calendar-time";
import { invitations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** The link is what its owner is known by: shown once, stored as a hash of 256 random bits. */
export interface InvitationLink {
  invitationId: number;
  link: string;
  expiresAt: Date;
}

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export function newToken() {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + invitationDays * dayMs);
  const link = new URL(`/invitation/${token}`, env.APP_URL).href;
  return { link, columns: { tokenHash: hashToken(token), expiresAt } };
}

/** Neither taken up nor withdrawn; it may have expired. */
export const pending = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

export const pendingOf = (ctx: TenantContext, invitationId: number) =>
  and(eq(invitations.tenantId, ctx.tenant.id), eq(invitations.id, invitationId), pending);

/** The one that this token opens, if it opens anything. */
export const openedBy = (token: string) =>
  and(eq(invitations.tokenHash, hashToken(token)), pending, gt(invitations.expiresAt, new Date()));
