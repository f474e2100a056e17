import { setTimeout as sleep } from "node:timers/promises";
import { controlRoutes } from "./control/routes";
import { Runs } from "./control/runs";
import { Faults, type Vendor } from "./faults";
import type { HttpReply, HttpRequest, Router } from "./http/router";
import { type Outcome, type RunningServer, serve } from "./http/serve";
import { openRetellAccount, type RetellAccount } from "./retell/account";
import { refuseRetell, retellRoutes } from "./retell/routes";
import type { SandboxSettings } from "./settings";
import { Store } from "./store";

/** Longer than any client of ours waits. */
const SILENCE_MS = 90_000;
const SLOW_MS = 3_000;

export interface Sandbox {
  url: string;
  faults: Faults;
  retell: RetellAccount;
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

/** Answers as the vendor would, or as a vendor in trouble would. */
async function withFaults(
  faults: Faults,
  vendor: Vendor,
  request: HttpRequest,
  run: () => Promise<HttpReply>,
): Promise<Outcome> {
  const fault = faults.takeForRequest(vendor, request.path);
  switch (fault?.fault) {
    case "429":
      return {
        kind: "reply",
        reply: { status: 429, headers: { "retry-after": "1" }, body: { message: "Too many requests" } },
      };
    case "500":
      return { kind: "reply", reply: { status: 500, body: { message: "Internal server error" } } };
    case "timeout_after_success":
      await run();
      return { kind: "silence", forMs: fault.delayMs ?? SILENCE_MS };
    case "malformed":
      return { kind: "malformed", reply: await run() };
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
  const runs = new Runs(retell, faults);
  const retellRouter = retellRoutes(retell);
  const controlRouter = controlRoutes(settings, runs, faults);

  async function handle(request: HttpRequest): Promise<Outcome> {
    const within = (prefix: string) => ({ ...request, path: request.path.slice(prefix.length) || "/" });
    if (request.path.startsWith("/retell/")) {
      const inner = within("/retell");
      const refusal = refuseRetell(inner, settings.retellApiKey);
      if (refusal) return { kind: "reply", reply: refusal };
      return withFaults(faults, "retell", inner, () => route(retellRouter, inner));
    }
    if (request.path.startsWith("/control/")) {
      return { kind: "reply", reply: await route(controlRouter, within("/control")) };
    }
    if (request.path === "/") return { kind: "reply", reply: { status: 200, body: { sandbox: true } } };
    return { kind: "reply", reply: notFound(request) };
  }

  const server: RunningServer = await serve(settings.port, handle);
  return {
    url: server.url,
    faults,
    retell,
    runs,
    close: async () => {
      await server.close();
      store.save();
    },
  };
}
