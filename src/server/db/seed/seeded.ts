import type { DemoSecrets } from "./accounts";
import type { DemoPerson } from "./people";

export interface SeedOptions {
  secrets: DemoSecrets;
  now: Date;
  /** Entries look like "BE 2026-12-25". */
  isHoliday: Set<string>;
}

/** What the history needs of a business that stands. Arrays run parallel to those of `DemoBusiness`. */
export interface SeededBusiness {
  tenantId: string;
  branchIds: number[];
  serviceIds: number[];
  staffIds: number[];
  agentId: number;
  people: DemoPerson[];
  customerIds: number[];
}
