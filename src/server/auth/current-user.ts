import type { Role } from "@/contracts/permissions";

export interface CurrentUser {
  userId: number;
  sessionId: string;
  /** NULL for platform admins. */
  tenantId: string | null;
  role: Role;
  name: string;
  email: string;
  locale: "de" | "en";
}
