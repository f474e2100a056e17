import { z } from "zod";

/** What can go wrong with an answer of ours, and with a webhook of ours. */
const requestFaults = [
  /** Answers late, having waited before doing anything. */
  "slow",
  /** Does it at once and answers late. */
  "slow_answer",
  "429",
  "500",
  /** Never answers and does nothing. */
  "timeout_before",
  /** Does it and never answers. */
  "timeout_after_success",
  /** Does it and drops the connection. */
  "reset_after_success",
  /** Does it and answers half a JSON. */
  "malformed",
  /** A page of some proxy in between, with status 502. */
  "html",
  /** Cal.com's refusal: somebody else has that time. */
  "taken",
] as const;
const webhookFaults = ["duplicate", "out_of_order", "lost_webhook"] as const;
export type RequestFault = (typeof requestFaults)[number];
export type WebhookFault = (typeof webhookFaults)[number];

const fault = z.object({
  fault: z.enum([...requestFaults, ...webhookFaults]),
  /** How often it strikes; without it, until it is cleared. */
  times: z.int().min(1).max(10_000).optional(),
  /** Part of the path, or the webhook's event name; without it, everything. */
  endpoint: z.string().max(200).optional(),
  /** The path has to be `endpoint` and nothing more. */
  exact: z.boolean().optional(),
  method: z.enum(["GET", "POST", "PATCH", "DELETE"]).optional(),
  /** For `429`. */
  retryAfterSeconds: z.int().min(1).max(3_600).optional(),
  /** For what is slow or never answers: how long the client waits. */
  delayMs: z.int().min(0).max(600_000).optional(),
});
export type Fault = z.infer<typeof fault>;

export const faultPlan = z.object({
  retell: z.array(fault).max(50).optional(),
  calcom: z.array(fault).max(50).optional(),
});
export type FaultPlan = z.infer<typeof faultPlan>;

export type Vendor = "retell" | "calcom";

/** The faults that are switched on. Each match uses up one of its `times`. */
export class Faults {
  private active: Record<Vendor, Fault[]> = { retell: [], calcom: [] };

  /** Replaces the faults of each vendor named in the plan; an empty list clears them. */
  set(plan: FaultPlan) {
    for (const vendor of ["retell", "calcom"] as const) {
      const faults = plan[vendor];
      if (faults) this.active[vendor] = faults.map((entry) => ({ ...entry }));
    }
  }

  list(): Record<Vendor, Fault[]> {
    return this.active;
  }

  takeForRequest(
    vendor: Vendor,
    path: string,
    method?: string,
  ): (Fault & { fault: RequestFault }) | undefined {
    const isRequestFault = (entry: Fault): entry is Fault & { fault: RequestFault } =>
      (requestFaults as readonly string[]).includes(entry.fault);
    return this.take(vendor, path, isRequestFault, method);
  }

  takeForWebhook(vendor: Vendor, event: string): WebhookFault | undefined {
    const isWebhookFault = (entry: Fault): entry is Fault & { fault: WebhookFault } =>
      (webhookFaults as readonly string[]).includes(entry.fault);
    return this.take(vendor, event, isWebhookFault)?.fault;
  }

  private take<F extends Fault>(
    vendor: Vendor,
    target: string,
    kind: (f: Fault) => f is F,
    method?: string,
  ): F | undefined {
    const concerns = ({ endpoint, exact, method: only }: F) =>
      (only === undefined || only === method) &&
      (endpoint === undefined || (exact ? target === endpoint : target.includes(endpoint)));
    const match = this.active[vendor].filter(kind).find(concerns);
    if (match?.times !== undefined) {
      match.times -= 1;
      if (match.times === 0) this.active[vendor] = this.active[vendor].filter((entry) => entry !== match);
    }
    return match ? { ...match } : undefined;
  }
}
