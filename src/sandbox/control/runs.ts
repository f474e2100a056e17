import { randomUUID } from "node:crypto";
import { ProductApi } from "../callers/product-api";
import type { Run } from "../callers/run";
import type { Scenario } from "../callers/scenario";
import { Stage, type Vendors } from "../callers/stage";
import { Random } from "../random";
import type { Pace } from "../retell/clock";

const RUNS_KEPT = 200;

export interface RunRequest {
  scenario: Scenario;
  tenant: { slug: string; phoneNumber: string };
  targetUrl: string;
  retellApiKey: string;
  /** The tenant's own key; without it nothing can be looked up afterwards. */
  tenantApiKey?: string;
  pace: Pace;
  seed?: number;
  /** How long every look-up is repeated, instead of each scenario's own patience. */
  patienceSeconds?: number;
}

/** Plays scenarios and remembers how they went. */
export class Runs {
  private readonly runs = new Map<string, Run>();

  constructor(private readonly vendors: Vendors) {}

  get(id: string): Run | undefined {
    return this.runs.get(id);
  }

  /** Begins at once and returns before the first word is spoken. */
  start(request: RunRequest): Run {
    const run: Run = {
      id: randomUUID(),
      scenario: request.scenario.key,
      title: request.scenario.title,
      tenant: request.tenant.slug,
      state: "running",
      lines: [],
      expectations: [],
      callIds: [],
      startedAt: new Date().toISOString(),
    };
    this.runs.set(run.id, run);
    for (const id of this.runs.keys()) {
      if (this.runs.size <= RUNS_KEPT) break;
      this.runs.delete(id);
    }
    void this.play(run, request);
    return run;
  }

  private async play(run: Run, request: RunRequest) {
    const stage = new Stage({
      run,
      targetUrl: request.targetUrl.replace(/\/$/, ""),
      apiKey: request.retellApiKey,
      phoneNumber: request.tenant.phoneNumber,
      pace: request.pace,
      random: new Random(request.seed ?? Math.floor(Math.random() * 2 ** 31)),
      ...this.vendors,
      patienceSeconds: request.patienceSeconds,
      product: request.tenantApiKey ? new ProductApi(request.targetUrl, request.tenantApiKey) : undefined,
    });
    try {
      await request.scenario.run(stage);
    } catch (error) {
      run.error = error instanceof Error ? error.message : "unbekannter Fehler";
    }
    const failed = run.error !== undefined || run.expectations.some(({ state }) => state === "false");
    run.state = failed ? "failed" : "passed";
    run.finishedAt = new Date().toISOString();
  }
}
