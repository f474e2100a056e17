import { z } from "zod";
import { changeLocaleInput, changePasswordInput } from "@/contracts/users";
import { listSessions } from "@/server/domain/sessions/list-sessions";
import { revokeSession } from "@/server/domain/sessions/revoke-session";
import { signOutEverywhere } from "@/server/domain/sessions/sign-out-everywhere";
import { changeLocale } from "@/server/domain/users/change-locale";
import { changePassword } from "@/server/domain/users/change-password";
import { router, userProcedure } from "../trpc";

/** The signed-in person's own account, the same under every slug. */
export const accountRouter = router({
  me: userProcedure.query(({ ctx }) => ctx.user),
  sessions: userProcedure.query(({ ctx }) => listSessions(ctx)),
  changePassword: userProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, { ...input, sessionId: ctx.user.sessionId })),
  changeLocale: userProcedure.input(changeLocaleInput).mutation(({ ctx, input }) => changeLocale(ctx, input)),
  revokeSession: userProcedure
    .input(z.object({ sessionId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  signOutEverywhere: userProcedure.mutation(({ ctx }) => signOutEverywhere(ctx)),
});
