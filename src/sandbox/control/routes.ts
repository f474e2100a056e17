import { z } from "zod";
import type { CalcomAccount } from "../calcom/account";
import { fixturesSchema } from "../calcom/fixtures";
import { meetingEndedWebhook, pingWebhook } from "../calcom/webhook-payloads";
import type { CalcomWebhooks } from "../calcom/webhooks";
import { findScenario, scenarios } from "../callers";
import { readDemoFile } from "../demo-file";
import { type Faults, faultPlan } from "../faults";
import { created, type HttpReply, ok, Router } from "../http/router";
import type { RetellAccount } from "../retell/account";
import { paces } from "../retell/clock";
import { driftAgent } from "../retell/demo-workspace";
import type { SandboxSettings } from "../settings";
import type { Runs } from "./runs";

const startCall = z.object({
  scenario: z.string(),
  tenant: z.object({ slug: z.string(), phoneNumber: z.string() }),
  targetUrl: z.url().optional(),
  /** The tenant's API key, for looking up afterwards what came of it. */
  apiKey: z.string().optional(),
  pace: z.enum(paces).default("brisk"),
  seed: z.int().optional(),
});

const invalid = (error: z.ZodError): HttpReply => ({ status: 422, body: { error: z.prettifyError(error) } });
const refused = (status: number, error: string): HttpReply => ({ status, body: { error } });

export interface ControlParts {
  settings: SandboxSettings;
  runs: Runs;
  faults: Faults;
  retell: RetellAccount;
  calcom: CalcomAccount;
  calcomWebhooks: CalcomWebhooks;
}

/** The interface through which the demo, the dashboard and tests steer the stand-ins. */
export function controlRoutes(parts: ControlParts): Router {
  const router = new Router();
  addCallRoutes(router, parts);
  addFaultRoutes(router, parts);
  addRetellRoutes(router, parts);
  addCalcomRoutes(router, parts);
  return router;
}

function addCallRoutes(router: Router, { settings, runs }: ControlParts) {
  router
    .on("GET", "/scenarios", ({ query }) => {
      const tenant = query.get("tenant");
      const playable = scenarios.filter(
        ({ tenantSlug }) => tenant === null || tenantSlug === undefined || tenantSlug === tenant,
      );
      return ok({
        scenarios: playable.map(({ key, title, story, slow, tenantSlug }) => ({
          key,
          title,
          story,
          slow: slow === true,
          tenantSlug: tenantSlug ?? null,
        })),
      });
    })
    .on("POST", "/calls", ({ body }) => {
      const input = startCall.safeParse(body);
      if (!input.success) return invalid(input.error);
      const scenario = findScenario(input.data.scenario);
      if (!scenario) return refused(404, `There is no scenario "${input.data.scenario}".`);
      if (!settings.retellApiKey) return refused(409, "RETELL_API_KEY is not set, so nothing can be signed.");
      const { tenant, targetUrl, apiKey, pace, seed } = input.data;
      if (scenario.tenantSlug && scenario.tenantSlug !== tenant.slug) {
        return refused(409, `"${scenario.key}" can only be played at ${scenario.tenantSlug}.`);
      }
      const known = readDemoFile(settings.demoFile)?.tenants.find(({ slug }) => slug === tenant.slug);
      const run = runs.start({
        scenario,
        tenant,
        targetUrl: targetUrl ?? settings.appUrl,
        retellApiKey: settings.retellApiKey,
        tenantApiKey: apiKey ?? known?.apiKey,
        pace,
        seed,
      });
      return created({ id: run.id });
    })
    .on("GET", "/calls/:id", ({ params, query }) => {
      const run = runs.get(params.id ?? "");
      if (!run) return refused(404, "There is no such run.");
      const from = Math.max(0, Number(query.get("after") ?? 0) || 0);
      return ok({ ...run, lines: run.lines.slice(from), next: run.lines.length });
    });
}

function addFaultRoutes(router: Router, { faults }: ControlParts) {
  router
    .on("GET", "/faults", () => ok(faults.list()))
    .on("PUT", "/faults", ({ body }) => {
      const plan = faultPlan.safeParse(body);
      if (!plan.success) return invalid(plan.error);
      faults.set(plan.data);
      return ok(faults.list());
    });
}

function addRetellRoutes(router: Router, { retell }: ControlParts) {
  router.on("POST", "/retell/agents/:id/drift", ({ params }) =>
    driftAgent(retell, params.id ?? "")
      ? { status: 202, body: {} }
      : refused(404, "There is no such agent with a language model."),
  );
}

function addCalcomRoutes(router: Router, { calcom, calcomWebhooks }: ControlParts) {
  router
    .on("GET", "/calcom/fixtures", () => ok(calcom.fixtures))
    .on("PUT", "/calcom/fixtures", ({ body }) => {
      const fixtures = fixturesSchema.safeParse(body);
      if (!fixtures.success) return invalid(fixtures.error);
      calcom.setFixtures(fixtures.data);
      return ok(calcom.fixtures);
    })
    .on("POST", "/calcom/bookings/:uid/meeting-ended", ({ params }) => {
      const booking = calcom.bookings.get(params.uid ?? "");
      if (!booking) return refused(404, "There is no such booking.");
      calcomWebhooks.send(meetingEndedWebhook(booking));
      return { status: 202, body: {} };
    })
    .on("POST", "/calcom/ping", () => {
      calcomWebhooks.send(pingWebhook());
      return { status: 202, body: {} };
    });
}
