import { z } from "zod";
import { toE164 } from "@/lib/phone";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { findCustomerByPhone } from "@/server/domain/customers/find-customer-by-phone";
import { words } from "../arguments";
import { readCustomerName } from "../customer-name";
import { answer, defineTool, refuse } from "../tool";

export const requestCallbackTool = defineTool({
  name: "request_callback",
  description:
    "Notes for the team that the caller wants to be called back. Use it whenever you cannot help, and for hidden numbers. Calling it again adds what is new.",
  kind: "write",
  args: z.object({
    name: words(255, "The caller's own name"),
    phone: words(40, "Number to call back, only if it differs from the calling number or that is hidden"),
    reason: words(1000, "What it is about, in one sentence"),
    preferred_time: words(255, "When it suits the caller, in their words"),
  }),
  deadlineMs: 6_000,
  async run(ctx, args, call) {
    const { sentences, row, callerPhone } = call;
    const said = toE164(args.phone);
    if (args.phone && !said && !callerPhone)
      return refuse("callback.phone_invalid", sentences.refusal("callback.phone_invalid"));
    const customer = callerPhone ? await findCustomerByPhone(ctx, callerPhone) : undefined;
    const name = readCustomerName(args.name, { staffNames: [], agentName: call.agentName });
    const callback = await requestCallback(ctx, {
      callId: row.id,
      branchId: call.called.branchId,
      customerId: customer?.id,
      name: name.ok ? name.name : (customer?.name ?? undefined),
      phone: said ?? callerPhone ?? undefined,
      reason: args.reason,
      preferredTime: args.preferred_time,
    });
    const data = { callback_id: callback.id };
    return callback.phone
      ? answer(sentences.callbackNoted(args.preferred_time !== undefined), data)
      : answer(sentences.callbackNeedsPhone(), data);
  },
});
