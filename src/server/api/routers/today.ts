import { listAttention } from "@/server/domain/today/list-attention";
import { listCurrentCalls } from "@/server/domain/today/list-current-calls";
import { listDueCallbacks } from "@/server/domain/today/list-due-callbacks";
import { listNextAppointments } from "@/server/domain/today/list-next-appointments";
import { router, tenantProcedure } from "../trpc";

/** The parts of "Heute", apart from each other so that each is renewed on its own. */
export const todayRouter = router({
  currentCalls: tenantProcedure.query(({ ctx }) => listCurrentCalls(ctx)),
  callbacks: tenantProcedure.query(({ ctx }) => listDueCallbacks(ctx)),
  nextAppointments: tenantProcedure.query(({ ctx }) => listNextAppointments(ctx)),
  attention: tenantProcedure.query(({ ctx }) => listAttention(ctx)),
});
