import { tracked } from "@trpc/server";
import { z } from "zod";
import { watchChanges } from "@/server/domain/live/watch-changes";
import { router, tenantProcedure } from "../trpc";

/** The id of the last event the browser knows; it sends it by itself when it reconnects. */
const input = z.object({
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

export const liveRouter = router({
  changes: tenantProcedure.input(input).subscription(async function* ({ ctx, input, signal }) {
    const since = input.lastEventId === undefined ? undefined : Number(input.lastEventId);
    for await (const { cursor, changes } of watchChanges(ctx, since, signal ?? new AbortController().signal))
      yield tracked(String(cursor), changes);
  }),
});
