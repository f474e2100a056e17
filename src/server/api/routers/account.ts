import { z } from "zod";
import {
  changeLocaleInput,
  changeNameInput,
  changePasswordInput,
  ownPasswordInput,
  secondFactorInput,
} from "@/contracts/users";
import { listSessions } from "@/server/domain/sessions/list-sessions";
import { revokeSession } from "@/server/domain/sessions/revoke-session";
import { signOutElsewhere } from "@/server/domain/sessions/sign-out-elsewhere";
import { signOutEverywhere } from "@/server/domain/sessions/sign-out-everywhere";
import { beginTwoFactor } from "@/server/domain/two-factor/begin-two-factor";
import { confirmTwoFactor } from "@/server/domain/two-factor/confirm-two-factor";
import { disableTwoFactor } from "@/server/domain/two-factor/disable-two-factor";
import { getTwoFactor } from "@/server/domain/two-factor/get-two-factor";
import { renewRecoveryCodes } from "@/server/domain/two-factor/renew-recovery-codes";
import { changeLocale } from "@/server/domain/users/change-locale";
import { changeName } from "@/server/domain/users/change-name";
import { changePassword } from "@/server/domain/users/change-password";
import { router, userProcedure } from "../trpc";

/** The signed-in person's own account, the same under every slug. */
export const accountRouter = router({
  me: userProcedure.query(({ ctx }) => ctx.user),
  sessions: userProcedure.query(async ({ ctx }) =>
    (await listSessions(ctx)).map((session) => ({ ...session, isThis: session.id === ctx.user.sessionId })),
  ),
  twoFactor: userProcedure.query(({ ctx }) => getTwoFactor(ctx)),
  beginTwoFactor: userProcedure
    .input(ownPasswordInput)
    .mutation(({ ctx, input }) => beginTwoFactor(ctx, input)),
  confirmTwoFactor: userProcedure
    .input(secondFactorInput)
    .mutation(({ ctx, input }) => confirmTwoFactor(ctx, { ...input, sessionId: ctx.user.sessionId })),
  disableTwoFactor: userProcedure
    .input(ownPasswordInput)
    .mutation(({ ctx, input }) => disableTwoFactor(ctx, input)),
  renewRecoveryCodes: userProcedure
    .input(ownPasswordInput)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx, input)),
  changeName: userProcedure.input(changeNameInput).mutation(({ ctx, input }) => changeName(ctx, input)),
  changePassword: userProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, { ...input, sessionId: ctx.user.sessionId })),
  changeLocale: userProcedure.input(changeLocaleInput).mutation(({ ctx, input }) => changeLocale(ctx, input)),
  revokeSession: userProcedure
    .input(z.object({ sessionId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  signOutElsewhere: userProcedure.mutation(({ ctx }) =>
    signOutElsewhere(ctx, { sessionId: ctx.user.sessionId }),
  ),
  signOutEverywhere: userProcedure.mutation(({ ctx }) => signOutEverywhere(ctx)),
});
