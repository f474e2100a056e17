import { z } from "zod";
import { agreeTo, type BenchCall, beginCall, callTool, newCall, type Target } from "./caller";

const reply = z.looseObject({ success: z.boolean(), code: z.string().optional() });
const offersReply = reply.extend({
  data: z.looseObject({
    offers: z.array(
      z.looseObject({ offer_id: z.string(), spoken: z.string(), service: z.string(), staff: z.string() }),
    ),
  }),
});

/** Where is called, and for what. Measured are the milliseconds that the caller waits for one tool call. */
export interface Line {
  target: Target;
  toNumber: string;
  service: string;
}

/**
 * The no-op: a tool that does not exist. The same route, signature, number, call row and records as any other tool
 * call, without any work of a tool between them.
 */
export async function askNothing({ target }: Line, call: BenchCall): Promise<number> {
  const answer = await callTool(target, call, "bench_nothing", {});
  expectCode(answer.body, "tool.unknown");
  return answer.ms;
}

/** The next free times, as from somebody who has not said when. */
export async function askAvailability(line: Line, call = newCall(line.toNumber)): Promise<number> {
  return (await findOffer(line, call)).ms;
}

/** The caller asked, agreed to what was read back, and now it is booked: only the booking is measured. */
export async function book(line: Line, daysAhead: number): Promise<number> {
  const call = await beginCall(line.target, line.toNumber);
  const { offer } = await findOffer(line, call, daysAhead);
  if (!offer) throw new Error(`nothing was offered in ${daysAhead} days`);
  agreeTo(call, offer);
  const args = { offer_id: offer.offer_id, customer_name: "Erika Mustermann" };
  const answer = await callTool(line.target, call, "book_appointment", args);
  const { success, code } = reply.parse(JSON.parse(answer.body));
  // Somebody else may have been offered the same time: that is an answer too, and it took as long as it took.
  if (!success && code !== "appointment.slot_taken")
    throw new Error(`book_appointment answered ${answer.body}`);
  return answer.ms;
}

async function findOffer({ target, service }: Line, call: BenchCall, daysAhead?: number) {
  const day = new Date(Date.now() + (daysAhead ?? 0) * 86_400_000).toISOString().slice(0, 10);
  const args = { service, ...(daysAhead === undefined ? {} : { date: day }) };
  const answer = await callTool(target, call, "check_availability", args);
  const body = JSON.parse(answer.body);
  const parsed = offersReply.safeParse(body);
  // The sentence for a caller who waited too long: an answer that counts with its time.
  if (reply.safeParse(body).data?.code === "deadline") return { ms: answer.ms, offer: undefined };
  if (!parsed.success) throw new Error(`check_availability answered ${answer.body}`);
  const { offers } = parsed.data.data;
  return { ms: answer.ms, offer: offers[0] };
}

function expectCode(body: string, code: string) {
  if (reply.parse(JSON.parse(body)).code !== code) throw new Error(`expected ${code}, got ${body}`);
}
