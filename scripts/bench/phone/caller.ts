import { Agent, request } from "node:http";
import { signRetell } from "@/sandbox/retell/signature";

/** The app under test, and what a caller of it has to know. */
export interface Target {
  /** Without a path. */
  url: string;
  retellApiKey: string;
}

export interface Answer {
  status: number;
  body: string;
  ms: number;
}

/** Connections stay open, as a vendor's do. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request; never throws for an answer of whatever status. */
export function send(
  url: string,
  options: { method?: "GET" | "POST"; headers?: Record<string, string>; body?: string } = {},
  began = performance.now(),
): Promise<Answer & { cookies: string[] }> {
  const { method = "POST", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          ms: performance.now() - began,
          cookies: response.headers["set-cookie"] ?? [],
        }),
      );
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      // The server may close a kept connection just as it is used again: whoever keeps connections asks once more.
      const isClosed = outgoing.reusedSocket && error.code === "ECONNRESET";
      if (isClosed) send(url, options, began).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(body);
  });
}

/** As Retell sends webhooks and function calls. */
export const sendSigned = ({ url, retellApiKey }: Target, path: string, payload: unknown) => {
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "x-retell-signature": signRetell(body, retellApiKey),
  };
  return send(`${url}${path}`, { headers, body });
};

let made = 0;
const run = Date.now().toString(36);

/** A call that begins now, from a number that nobody else calls from. */
export function newCall(toNumber: string) {
  const number = ++made;
  return {
    call_id: `call_bench_${run}_${number}`,
    call_type: "phone_call",
    direction: "inbound",
    from_number: `+4930570${String(10_000 + number)}`,
    to_number: toNumber,
    start_timestamp: Date.now(),
    transcript_with_tool_calls: [] as Record<string, unknown>[],
  };
}
export type BenchCall = ReturnType<typeof newCall>;

/** The body of a function call, its invocation noted in the live transcript as Retell does. */
export function toolBody(call: BenchCall, name: string, args: Record<string, unknown>) {
  call.transcript_with_tool_calls.push({
    role: "tool_call_invocation",
    tool_call_id: `tool_${call.call_id}_${call.transcript_with_tool_calls.length}`,
    name,
    arguments: JSON.stringify(args),
  });
  return { name, call, args };
}

/** What came of the last invocation, and what is heard of it in the next request. */
export function noteResult(call: BenchCall, content: string): void {
  const { tool_call_id } = call.transcript_with_tool_calls.at(-1) ?? {};
  call.transcript_with_tool_calls.push({ role: "tool_call_result", tool_call_id, content });
}

/** The agent reads an offer back, and the caller agrees to it. */
export function agreeTo(call: BenchCall, offer: { spoken: string; service: string; staff: string }): void {
  const readBack = `${offer.spoken}, ${offer.service} bei ${offer.staff}. Soll ich das so eintragen?`;
  call.transcript_with_tool_calls.push(
    { role: "agent", content: readBack },
    { role: "user", content: "Ja, das passt." },
  );
}

/** A tool call, as the agent makes it while the caller waits. */
export async function callTool(
  target: Target,
  call: BenchCall,
  name: string,
  args: Record<string, unknown>,
): Promise<Answer> {
  const answer = await sendSigned(target, `/api/retell/functions/${name}`, toolBody(call, name, args));
  noteResult(call, answer.body);
  return answer;
}

/** A call that is under way: the agent has asked who calls, as it does at the start. */
export async function beginCall(target: Target, toNumber: string): Promise<BenchCall> {
  const call = newCall(toNumber);
  await callTool(target, call, "get_context", {});
  return call;
}
