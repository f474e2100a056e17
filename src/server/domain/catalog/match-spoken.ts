import type { TenantContext } from "../_core/context";
import { matchName, type NameMatch } from "./name-match";
import {
  type BranchItem,
  listBranches,
  listServices,
  listStaff,
  type ServiceItem,
  type StaffItem,
} from "./queries";

/** The service a caller named, or the nearest three to ask about. */
export const matchService = async (ctx: TenantContext, spoken: string): Promise<NameMatch<ServiceItem>> =>
  matchName(await listServices(ctx), spoken);

/** The person a caller wishes for, or the nearest three; not only among those qualified for some service. */
export const matchStaff = async (ctx: TenantContext, spoken: string): Promise<NameMatch<StaffItem>> =>
  matchName(await listStaff(ctx), spoken);

/** The branch a caller named, or the nearest three. */
export const matchBranch = async (ctx: TenantContext, spoken: string): Promise<NameMatch<BranchItem>> =>
  matchName(await listBranches(ctx), spoken);
