import { and, eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { invitations, tenants } from "@/server/db/schema";
import { openedBy } from "./invitation";

/** What somebody with this link is invited to; nothing for a wrong, expired, withdrawn or used one alike. */
export async function findInvitation(db: Database, token: string) {
  const [row] = await db
    .select({ business: tenants.name, email: invitations.email, role: invitations.role })
    .from(invitations)
    .innerJoin(tenants, and(eq(tenants.id, invitations.tenantId), eq(tenants.status, "active")))
    .where(openedBy(token));
  return row;
}
