import { z } from "zod";
import { rowId } from "@/contracts/form-fields";
import { invitationForm, memberRoleChange } from "@/contracts/users";
import { inviteMember } from "@/server/domain/invitations/invite-member";
import { listInvitations } from "@/server/domain/invitations/list-invitations";
import { renewInvitation } from "@/server/domain/invitations/renew-invitation";
import { revokeInvitation } from "@/server/domain/invitations/revoke-invitation";
import { resetTwoFactor } from "@/server/domain/two-factor/reset-two-factor";
import { changeMemberRole } from "@/server/domain/users/change-member-role";
import { disableUser } from "@/server/domain/users/disable-user";
import { enableUser } from "@/server/domain/users/enable-user";
import { listMembers } from "@/server/domain/users/list-members";
import { router, tenantProcedure } from "../trpc";

const member = z.object({ userId: rowId });
const invitation = z.object({ invitationId: rowId });

export const membersRouter = router({
  list: tenantProcedure.query(({ ctx }) => listMembers(ctx)),
  invitations: tenantProcedure.query(({ ctx }) => listInvitations(ctx)),
  invite: tenantProcedure.input(invitationForm).mutation(({ ctx, input }) => inviteMember(ctx, input)),
  renewInvitation: tenantProcedure
    .input(invitation)
    .mutation(({ ctx, input }) => renewInvitation(ctx, input)),
  revokeInvitation: tenantProcedure
    .input(invitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  changeRole: tenantProcedure
    .input(memberRoleChange)
    .mutation(({ ctx, input }) => changeMemberRole(ctx, input)),
  disable: tenantProcedure.input(member).mutation(({ ctx, input }) => disableUser(ctx, input)),
  resetTwoFactor: tenantProcedure.input(member).mutation(({ ctx, input }) => resetTwoFactor(ctx, input)),
  enable: tenantProcedure.input(member).mutation(({ ctx, input }) => enableUser(ctx, input)),
});
