import { setTimeout as sleep } from "node:timers/promises";
import { CalcomAccount } from "./calcom/account";
import { Bookings } from "./calcom/bookings";
import { refusalReply, slotTaken } from "./calcom/refusal";
import { createCalcomApi } from "./calcom/routes";
import { CalcomWebhooks } from "./calcom/webhooks";
import { controlRoutes } from "./control/routes";
import { Runs } from "./control/runs";
import { readDemoFile } from "./demo-file";
import { Faults, type Vendor } from "./faults";
import type { HttpReply, HttpRequest, Router } from "./http/router";
import { type Outcome, type RunningServer, serve } from "./http/serve";
import { openRetellAccount, type RetellAccount } from "./retell/account";
import { seedDemoWorkspace } from "./retell/demo-workspace";
import { recordingReply } from "./retell/recording";
import { refuseRetell, retellRoutes } from "./retell/routes";
import type { SandboxSettings } from "./settings";
import { Store } from "./store";

/** One request that reached a vendor, whatever became of it. */
export interface Arrival {
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  path: string;
  /** Limits count by it. */
  key: string | undefined;
}

const REMEMBERED_ARRIVALS = 50_000;
/** Longer than any client of ours waits. */
const SILENCE_MS = 90_000;
const SLOW_MS = 3_000;

export interface Sandbox {
  url: string;
  faults: Faults;
  retell: RetellAccount;
  calcom: CalcomAccount;
  calcomWebhooks: CalcomWebhooks;
  /** What people do at Cal.com itself. */
  calcomBookings: Bookings;
  /** Every request at Cal.com's door, the latest last. */
  calcomArrivals: Arrival[];
  runs: Runs;
  close(): Promise<void>;
}

const notFound = (request: HttpRequest): HttpReply => ({
  status: 404,
  body: { error: `Cannot ${request.method} ${request.path}` },
});

async function route(router: Router, request: HttpRequest, missing = notFound): Promise<HttpReply> {
  const found = router.find(request.method, request.path);
  return found ? found.handler({ ...request, params: found.params }) : missing(request);
}

/** How each vendor words trouble of its own. */
function trouble(vendor: Vendor, status: 429 | 500, retryAfterSeconds = 1): HttpReply {
  const message = status === 429 ? "Too Many Requests" : "Internal server error";
  const code = status === 429 ? "ThrottlerException" : "InternalServerErrorException";
  const body =
    vendor === "calcom" ? { status: "error", error: { code, message } } : { status: "error", message };
  return { status, body, headers: status === 429 ? { "retry-after": String(retryAfterSeconds) } : {} };
}

/** A page in somebody's browser cannot send JSON to another origin unasked, so it cannot steer the stand-ins. */
const isFromProgram = ({ method, headers }: HttpRequest) =>
  method === "GET" || (headers["content-type"] ?? "").startsWith("application/json");

/** Answers as the vendor would, or as a vendor in trouble would. */
async function withFaults(
  faults: Faults,
  vendor: Vendor,
  request: HttpRequest,
  run: () => Promise<HttpReply>,
): Promise<Outcome> {
  const fault = faults.takeForRequest(vendor, request.path, request.method);
  switch (fault?.fault) {
    case "429":
      return { kind: "reply", reply: trouble(vendor, 429, fault.retryAfterSeconds) };
    case "500":
      return { kind: "reply", reply: trouble(vendor, 500) };
    case "html":
      return { kind: "html", status: 502 };
    case "taken":
      return { kind: "reply", reply: refusalReply(slotTaken(false), request) };
    case "timeout_before":
      return { kind: "silence", forMs: fault.delayMs ?? SILENCE_MS };
    case "reset_after_success":
      await run();
      return { kind: "reset" };
    case "timeout_after_success":
      await run();
      return { kind: "silence", forMs: fault.delayMs ?? SILENCE_MS };
    case "malformed":
      return { kind: "malformed", reply: await run() };
    case "slow_answer": {
      const reply = await run();
      await sleep(fault.delayMs ?? SLOW_MS);
      return { kind: "reply", reply };
    }
    case "slow":
      await sleep(fault.delayMs ?? SLOW_MS);
      return { kind: "reply", reply: await run() };
    default:
      return { kind: "reply", reply: await run() };
  }
}

/** Starts the stand-ins on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const store = new Store(settings.dataDirectory);
  const faults = new Faults();
  const retell = openRetellAccount(store);
  const demo = readDemoFile(settings.demoFile);
  if (demo) seedDemoWorkspace(retell, demo);
  const calcom = new CalcomAccount(store);
  const calcomWebhooks = new CalcomWebhooks(calcom, faults, settings.calcomWebhook);
  const bookings = new Bookings(calcom, calcomWebhooks);
  const runs = new Runs({ account: retell, faults, calendar: { account: calcom, bookings } });
  const retellRouter = retellRoutes(retell);
  const calcomApi = createCalcomApi(calcom, bookings);
  const calcomArrivals: Arrival[] = [];
  const controlRouter = controlRoutes({ settings, runs, faults, retell, calcom, calcomWebhooks });

  async function handle(request: HttpRequest): Promise<Outcome> {
    const within = (prefix: string) => ({ ...request, path: request.path.slice(prefix.length) || "/" });
    if (request.path.startsWith("/retell/")) {
      const inner = within("/retell");
      const refusal = refuseRetell(inner, settings.retellApiKey);
      if (refusal) return { kind: "reply", reply: refusal };
      return withFaults(faults, "retell", inner, () => route(retellRouter, inner));
    }
    if (request.path.startsWith("/recordings/")) return { kind: "reply", reply: recordingReply(request) };
    if (request.path.startsWith("/calcom/v2/")) {
      const inner = within("/calcom/v2");
      const { method, path, headers } = inner;
      calcomArrivals.push({ at: Date.now(), method, path, key: headers.authorization });
      if (calcomArrivals.length > REMEMBERED_ARRIVALS) calcomArrivals.shift();
      return withFaults(faults, "calcom", inner, () => calcomApi(inner));
    }
    if (request.path.startsWith("/control/")) {
      if (!isFromProgram(request)) return { kind: "reply", reply: { status: 415 } };
      return { kind: "reply", reply: await route(controlRouter, within("/control")) };
    }
    if (request.path === "/") return { kind: "reply", reply: { status: 200, body: { sandbox: true } } };
    return { kind: "reply", reply: notFound(request) };
  }

  const server: RunningServer = await serve(settings.port, handle);
  // As the product is told where to find Retell: links to another host would be refused.
  retell.recordingsUrl = server.url.replace("127.0.0.1", "localhost");
  return {
    url: server.url,
    faults,
    retell,
    calcom,
    calcomWebhooks,
    calcomBookings: bookings,
    calcomArrivals,
    runs,
    close: async () => {
      await server.close();
      store.save();
    },
  };
}
