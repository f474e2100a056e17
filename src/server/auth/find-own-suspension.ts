import { getDatabase } from "@/server/db";
import { findSuspension } from "@/server/domain/tenants/find-suspension";
import { getCurrentUser } from "./current-user";

/** The signed-in person and why their business is closed to them; nothing for everybody else. */
export async function findOwnSuspension() {
  const user = await getCurrentUser();
  const suspension = user?.tenantId ? await findSuspension(getDatabase(), user.tenantId) : undefined;
  return user && suspension && { user, ...suspension };
}
