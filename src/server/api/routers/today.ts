import { listCallbacks } from "@/server/domain/callbacks/queries";
import { listAttention } from "@/server/domain/today/list-attention";
import { listNextAppointments } from "@/server/domain/today/list-next-appointments";
import { listRunningCalls } from "@/server/domain/today/list-running-calls";
import { router, tenantProcedure } from "../trpc";

/** The parts of "Heute", apart from each other so that each is renewed on its own. */
export const todayRouter = router({
  runningCalls: tenantProcedure.query(({ ctx }) => listRunningCalls(ctx)),
  callbacks: tenantProcedure.query(({ ctx }) => listCallbacks(ctx, { limit: 50 })),
  nextAppointments: tenantProcedure.query(({ ctx }) => listNextAppointments(ctx)),
  attention: tenantProcedure.query(({ ctx }) => listAttention(ctx)),
});
