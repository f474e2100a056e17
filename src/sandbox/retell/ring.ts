import { z } from "zod";
import type { PhoneCall } from "./call-object";
import { callInbound } from "./payloads";
import { isSuccess, postSigned } from "./post";
import type { DeliveryNote } from "./webhooks";

const timeoutMs = 10_000;

const inboundAnswer = z.object({
  call_inbound: z.object({
    override_agent_id: z.string().optional(),
    override_agent_version: z.int().optional(),
    dynamic_variables: z.record(z.string(), z.string()).optional(),
    metadata: z.unknown().optional(),
    agent_override: z
      .looseObject({
        agent: z
          .looseObject({ data_storage_setting: z.literal("basic_attributes_only").optional() })
          .optional(),
      })
      .optional(),
  }),
});

type Answer = z.infer<typeof inboundAnswer>["call_inbound"];

/** Asks the product which agent answers, while the caller hears it ring. */
export async function ringAt(
  targetUrl: string,
  apiKey: string,
  { from_number, to_number, call_id }: Pick<PhoneCall, "from_number" | "to_number" | "call_id">,
): Promise<{ delivery: DeliveryNote; answer?: Answer }> {
  const body = JSON.stringify(callInbound({ from_number, to_number, call_id }));
  const result = await postSigned(`${targetUrl}/api/retell/webhook`, body, apiKey, timeoutMs);
  const refused = (note: string) => ({
    delivery: { event: "call_inbound" as const, outcome: "refused" as const, note },
  });
  if (!isSuccess(result)) return refused(`abgelehnt (${result.status || result.text})`);
  const read = inboundAnswer.safeParse(parseJson(result.text));
  if (!read.success) return refused("Antwort unlesbar");
  const note = `${result.elapsedMs} ms`;
  return { delivery: { event: "call_inbound", outcome: "accepted", note }, answer: read.data.call_inbound };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
