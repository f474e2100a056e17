import { accountRouter } from "./routers/account";
import { router } from "./trpc";

/** One line per entity; each has its own file in routers/. */
export const appRouter = router({
  account: accountRouter,
});

export type AppRouter = typeof appRouter;
