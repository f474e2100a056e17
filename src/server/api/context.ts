import type { Door } from "@/server/auth/door";
import type { ExpectAgent } from "@/server/domain/phone-numbers/check-lines";

/** What a procedure starts from; `tenantProcedure` and `platformProcedure` take it through the door. */
export interface ApiContext {
  door: Door;
  /** How an agent has to look at Retell. Handed in: it comes from the voice tools, a way in of their own. */
  expectAgent: ExpectAgent;
}
