import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { speakFullDate } from "@/lib/speech/moments";
import { greetingVariables } from "@/server/domain/calls/greeting-variables";
import { loadGreetingFacts } from "@/server/domain/calls/load-greeting-facts";
import { listBranches } from "@/server/domain/catalog/queries";
import { appointmentData, identifyCaller } from "../caller";
import { answer, defineTool } from "../tool";

/** Closures further ahead do not change when we open next. */
const daysAhead = 15;

export const getContextTool = defineTool({
  name: "get_context",
  description:
    "Current date, weekday and time, the next days, the business and its branches, whether it is open, and whether the caller's number is known. Call it once at the start of the conversation.",
  kind: "read",
  args: z.object({}),
  deadlineMs: 3_000,
  async run(ctx, _args, call) {
    const { called, clock, sentences } = call;
    const local = Temporal.Instant.fromEpochMilliseconds(clock.now.getTime()).toZonedDateTimeISO(
      clock.timeZone,
    );
    const today = local.toPlainDate();
    const [facts, branches, caller] = await Promise.all([
      loadGreetingFacts(ctx, {
        branchId: called.branchId,
        callerPhone: call.callerPhone,
        firstDay: today.toString(),
        lastDay: today.add({ days: daysAhead }).toString(),
      }),
      listBranches(ctx),
      identifyCaller(ctx, call),
    ]);
    const { caller_known: _spelled, ...variables } = greetingVariables(called, facts, clock.now);
    const message = sentences.context({
      business: called.tenantName,
      weekdayAndDate: speakFullDate(today.toString(), sentences.language),
      time: local.toPlainTime().toString({ smallestUnit: "minute" }),
      opening: String(variables.opening_state),
    });
    return answer(message, {
      ...variables,
      branches: branches.map(({ id, name, address }) => ({ branch_id: id, name, address })),
      caller: {
        number_hidden: caller === undefined,
        known: caller?.customer !== undefined,
        ...(called.callerProof === "number"
          ? { appointments: caller?.appointments.map((view) => appointmentData(call, view)) ?? [] }
          : { appointments_need: called.callerProof }),
      },
    });
  },
});
