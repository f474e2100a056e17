import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { today } from "./calendar";

/** The rows a partner sees through the documented REST interface; more fields may come. */
const callRow = z.looseObject({
  id: z.union([z.number(), z.string()]),
  call_id: z.string(),
  from_number: z.string().nullish(),
  end_timestamp: z.union([z.string(), z.number()]).nullish(),
  duration_sec: z.number().nullish(),
  call_successful: z.boolean().nullish(),
  transcript: z.string().nullish(),
  analysis: z.unknown().optional(),
  status: z.string().nullish(),
  outcome: z.string().nullish(),
  recording_url: z.string().nullish(),
  customer_id: z.union([z.number(), z.string()]).nullish(),
});
export type CallRow = z.infer<typeof callRow>;

const appointmentRow = z.looseObject({
  id: z.union([z.number(), z.string()]),
  start_time: z.string(),
  status: z.string(),
  staff_id: z.union([z.number(), z.string()]).nullish(),
  call_id: z.union([z.number(), z.string()]).nullish(),
});
export type AppointmentRow = z.infer<typeof appointmentRow>;

const customerRow = z.looseObject({
  id: z.union([z.number(), z.string()]),
  name: z.string().nullish(),
  phone: z.string().nullish(),
});
const customerWithHistory = customerRow.extend({
  calls: z.array(z.looseObject({ call_id: z.string().nullish() })).default([]),
  appointments: z.array(appointmentRow).default([]),
});
export type CustomerRow = z.infer<typeof customerWithHistory>;

const list = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row) });
const single = <T extends z.ZodType>(row: T) => z.object({ data: row });

const MAX_WAIT_FOR_LIMIT_MS = 65_000;

class ProductError extends Error {}

/** The product's public REST interface, read the way a partner would, with the tenant's own key. */
export class ProductApi {
  private readonly callIds = new Map<string, string | number>();

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** The call with Retell's id, transcript included; undefined while the product does not list it. */
  async call(retellCallId: string): Promise<CallRow | undefined> {
    const id =
      this.callIds.get(retellCallId) ?? (await this.calls()).find((row) => row.call_id === retellCallId)?.id;
    if (id === undefined) return undefined;
    this.callIds.set(retellCallId, id);
    return (await this.get(`/api/calls/${id}`, single(callRow))).data;
  }

  /** The newest calls since yesterday. */
  async calls(): Promise<CallRow[]> {
    const from = today().subtract({ days: 1 }).toString();
    return (await this.get(`/api/calls?from_date=${from}&per_page=100`, list(callRow))).data;
  }

  /** The customer with this number and everything about them. */
  async customer(phone: string): Promise<CustomerRow | undefined> {
    const search = encodeURIComponent(phone);
    const found = await this.get(`/api/customers?search=${search}&per_page=5`, list(customerRow));
    const match = found.data.find((row) => row.phone === phone);
    if (!match) return undefined;
    return (await this.get(`/api/customers/${match.id}`, single(customerWithHistory))).data;
  }

  /** Appointments of one day, e.g. "2026-11-24". */
  async appointmentsOn(day: string): Promise<AppointmentRow[]> {
    const path = `/api/appointments?from_date=${day}&to_date=${day}&per_page=100`;
    return (await this.get(path, list(appointmentRow))).data;
  }

  private async get<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
    for (let waitedMs = 0; ; ) {
      const response = await fetch(`${this.url}${path}`, {
        headers: { authorization: `Bearer ${this.apiKey}`, accept: "application/json" },
        signal: AbortSignal.timeout(15_000),
      });
      if (response.status === 429 && waitedMs < MAX_WAIT_FOR_LIMIT_MS) {
        const waitMs = 1000 * Math.max(1, Number(response.headers.get("retry-after") ?? 1) || 1);
        waitedMs += waitMs;
        await sleep(waitMs);
        continue;
      }
      if (!response.ok) throw new ProductError(`GET ${path} antwortete ${response.status}`);
      const parsed = schema.safeParse(await response.json());
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new ProductError(`GET ${path}: ${issue?.path.join(".")} ${issue?.message}`);
      }
      return parsed.data;
    }
  }
}
