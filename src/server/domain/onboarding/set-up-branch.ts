import type { BranchChange } from "@/contracts/branches";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { within } from "../_core/within";
import { changeBranch } from "../branches/change-branch";
import { lockSetup, markStep } from "./setup-row";

/** Name and address of the branch. @throws DomainError `setup.not_found`, and what `changeBranch` says */
export async function setUpBranch(ctx: TenantContext, input: BranchChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    await changeBranch(within(ctx, tx), input);
    await markStep(ctx, tx, setup, "branch", "done");
  });
}
