import type { Door } from "@/server/auth/door";

/** What a procedure starts from; `tenantProcedure` and `platformProcedure` take it through the door. */
export interface ApiContext {
  door: Door;
}
