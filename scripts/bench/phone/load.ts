import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type BenchCall, beginCall, newCall, send, sendSigned, type Target } from "./caller";

/** `workers` at once repeat `work` until `stop` is called, which waits for what is under way; says what succeeded. */
export function keepBusy(workers: number, work: () => Promise<boolean>): { stop: () => Promise<number> } {
  let [running, done] = [true, 0];
  const worker = async () => {
    while (running) if (await work()) done++;
  };
  const ended = Promise.all(Array.from({ length: workers }, worker));
  return {
    stop: async () => {
      running = false;
      await ended;
      return done;
    },
  };
}

/** The milliseconds of `count` calls, `callers` at once. */
export async function timesOf(callers: number, count: number, once: (index: number) => Promise<number>) {
  const times: number[] = [];
  let next = 0;
  const caller = async () => {
    while (next < count) times.push(await once(next++));
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return times;
}

/** The milliseconds of `count` calls that come when they come, whatever became of those before: `perSecond` on average. */
export async function timesOfArrivals(perSecond: number, count: number, once: () => Promise<number>) {
  const times: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    times.push(once());
    await sleep((-Math.log(1 - Math.random()) * 1_000) / perSecond);
  }
  return Promise.all(times);
}

const questionsPerCall = 8;

/**
 * Hands out calls that are under way, a new one after eight questions: a call for every question would measure how
 * calls begin, which happens once, before anybody waits for a tool.
 */
export function callsUnderWay({ target, toNumber }: { target: Target; toNumber: string }) {
  const idle: BenchCall[] = [];
  return async <T>(ask: (call: BenchCall) => Promise<T>): Promise<T> => {
    const call = idle.pop() ?? (await beginCall(target, toNumber));
    const result = await ask(call);
    const asked = call.transcript_with_tool_calls.filter(({ role }) => role === "tool_call_invocation");
    if (asked.length < questionsPerCall) idle.push(call);
    return result;
  };
}

/** Another call began: verified, stored and answered. False where the sender is asked to deliver it again. */
export async function sendWebhook(target: Target, toNumber: string): Promise<boolean> {
  const { transcript_with_tool_calls: _, ...call } = newCall(toNumber);
  const { status, body } = await sendSigned(target, "/api/retell/webhook", {
    event: "call_started",
    call: { ...call, agent_id: "agent_bench", call_status: "ongoing" },
  });
  if (status >= 300 && status !== 503) throw new Error(`a webhook was answered with ${status}: ${body}`);
  return status < 300;
}

const csrf = z.object({ csrfToken: z.string() });

/** Signs in as a browser does and returns its cookies. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<string> {
  const asked = await send(`${url}/api/auth/csrf`, { method: "GET" });
  const { csrfToken } = csrf.parse(JSON.parse(asked.body));
  const cookies = new Map(asked.cookies.map(split));
  const body = new URLSearchParams({ csrfToken, ...account, json: "true" }).toString();
  const answer = await send(`${url}/api/auth/callback/credentials`, {
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      cookie: join(cookies),
    },
    body,
  });
  for (const cookie of answer.cookies) cookies.set(...split(cookie));
  if (![...cookies.keys()].some((name) => name.endsWith(".session")))
    throw new Error(`${account.email} could not sign in: ${answer.status} ${answer.body}`);
  return join(cookies);
}

/** The report of the last thirty days, as the analysis page asks for it. */
export async function readReport(url: string, slug: string, cookie: string): Promise<boolean> {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const input = JSON.stringify({ 0: { json: { fromDate: day(29), toDate: day(0) } } });
  const query = new URLSearchParams({ batch: "1", input });
  const answer = await send(`${url}/api/trpc/${slug}/analytics.report?${query}`, {
    method: "GET",
    headers: { cookie },
  });
  if (answer.status !== 200 && answer.status !== 503)
    throw new Error(`the report was answered with ${answer.status}: ${answer.body}`);
  return answer.status === 200;
}

function split(cookie: string): [string, string] {
  const [pair = ""] = cookie.split(";");
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}

const join = (cookies: Map<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
