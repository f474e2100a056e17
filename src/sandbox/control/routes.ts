import { z } from "zod";
import { findScenario, scenarios } from "../callers";
import { readDemoFile } from "../demo-file";
import { type Faults, faultPlan } from "../faults";
import { created, type HttpReply, ok, Router } from "../http/router";
import { paces } from "../retell/clock";
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

/** The interface through which the demo, the dashboard and tests steer the stand-ins. */
export function controlRoutes(settings: SandboxSettings, runs: Runs, faults: Faults): Router {
  return new Router()
    .on("GET", "/scenarios", () =>
      ok({
        scenarios: scenarios.map(({ key, title, story, slow }) => ({
          key,
          title,
          story,
          slow: slow === true,
        })),
      }),
    )
    .on("POST", "/calls", ({ body }) => {
      const input = startCall.safeParse(body);
      if (!input.success) return invalid(input.error);
      const scenario = findScenario(input.data.scenario);
      if (!scenario) return refused(404, `There is no scenario "${input.data.scenario}".`);
      if (!settings.retellApiKey) return refused(409, "RETELL_API_KEY is not set, so nothing can be signed.");
      const { tenant, targetUrl, apiKey, pace, seed } = input.data;
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
    })
    .on("GET", "/faults", () => ok(faults.list()))
    .on("PUT", "/faults", ({ body }) => {
      const plan = faultPlan.safeParse(body);
      if (!plan.success) return invalid(plan.error);
      faults.set(plan.data);
      return ok(faults.list());
    });
}
