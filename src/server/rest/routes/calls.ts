import { callBody, callsQuery, restResponses } from "@/contracts/rest";
import { toSnakeCase } from "@/lib/snake-case";
import type { TenantContext } from "@/server/domain/_core/context";
import { createCall } from "@/server/domain/calls/create-call";
import { getCall } from "@/server/domain/calls/get-call";
import { listCalls } from "@/server/domain/calls/list-calls";
import { listAnswer } from "../list-answer";
import { publicRoute } from "../public-route";

const entity = "call";

export const listCallsRoute = publicRoute({
  method: "GET",
  path: "/api/calls",
  entity,
  scope: "calls:read",
  query: callsQuery,
  response: restResponses.calls,
  async run(ctx, { query }) {
    const { from_date: fromDate, to_date: toDate, ...page } = query;
    return listAnswer(await listCalls(ctx, { ...page, fromDate, toDate }), page);
  },
});

export const getCallRoute = publicRoute({
  method: "GET",
  path: "/api/calls/{id}",
  entity,
  scope: "calls:read",
  response: restResponses.call,
  run: (ctx, { id }) => callAnswer(ctx, id),
});

export const createCallRoute = publicRoute({
  method: "POST",
  path: "/api/calls",
  entity,
  scope: "calls:write",
  body: callBody,
  response: restResponses.call,
  status: 201,
  async run(ctx, { body }) {
    const id = await createCall(ctx, {
      retellCallId: body.call_id,
      conversationId: body.conversation_id,
      fromNumber: body.from_number,
      toNumber: body.to_number,
      startTimestamp: body.start_timestamp,
      endTimestamp: body.end_timestamp,
      callSuccessful: body.call_successful,
      transcript: body.transcript,
      analysis: body.analysis,
    });
    return callAnswer(ctx, id);
  },
});

async function callAnswer(ctx: TenantContext, id: number) {
  const { call, customer, appointments, utterances, toolInvocations } = await getCall(ctx, id);
  return {
    data: {
      ...toSnakeCase(call),
      customer: customer && toSnakeCase(customer),
      appointments: appointments.map(toSnakeCase),
      utterances: utterances.map(toSnakeCase),
      tool_invocations: toolInvocations.map(toSnakeCase),
    },
  };
}
