"use server";

import { redirect } from "next/navigation";
import { getCurrentUser } from "@/server/auth/current-user";
import { doorFor } from "@/server/auth/door";
import { leaveTenant } from "@/server/domain/tenants/leave-tenant";

/** The operator goes back to the platform; only platform admins pass this door. */
export async function leave(slug: string): Promise<void> {
  const ctx = doorFor(await getCurrentUser(), "platform").platform();
  await leaveTenant(ctx, { sessionId: ctx.user.sessionId, slug });
  redirect("/platform");
}
