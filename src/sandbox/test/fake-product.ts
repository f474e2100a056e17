import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Temporal } from "temporal-polyfill";
import { isRetellSignature } from "../retell/signature";

interface Body {
  event?: string;
  name?: string;
  args?: Record<string, string>;
  call_inbound?: { to_number: string };
  call?: {
    call_id: string;
    from_number: string;
    to_number: string;
    transcript?: string;
    call_status?: string;
    end_timestamp?: number;
    duration_ms?: number;
    call_analysis?: unknown;
    transcript_with_tool_calls?: { role: string; tool_call_id?: string; content?: string }[];
  };
}

type Call = NonNullable<Body["call"]>;

interface Appointment {
  id: number;
  phone: string;
  start_time: string;
  status: string;
  staff_id: number;
}

export interface FakeProductOptions {
  retellApiKey: string;
  tenantApiKey: string;
  phoneNumber: string;
  /** A product with a fault the scenarios must notice. */
  fault?:
    | "books_nothing"
    | "books_twice"
    | "refuses_webhooks"
    | "believes_everybody"
    | "needs_no_yes"
    | "holds_nothing";
}

const ZONE = "Europe/Berlin";
const SERVICE = "Beratung";
const STAFF = "Frau Sommer";

/** The smallest product the scenarios can ring at: one employee, one service, free on every full hour from nine to five. */
export class FakeProduct {
  readonly appointments: Appointment[] = [];
  readonly calls = new Map<string, NonNullable<Body["call"]> & { id: number; outcome: string | null }>();
  readonly webhooks: Body[] = [];
  /** Answers that nothing of the next calls may be stored. */
  storesNothing = false;
  badSignatures = 0;
  url = "";
  close: () => Promise<void> = async () => undefined;
  private readonly answered = new Map<string, string>();
  /** Start → the call that asked for exactly it. */
  private readonly holds = new Map<string, string>();
  private readonly callbacks = new Map<string, number>();
  private nextId = 1;

  private constructor(private readonly options: FakeProductOptions) {}

  static async start(options: FakeProductOptions): Promise<FakeProduct> {
    const product = new FakeProduct(options);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const url = new URL(request.url ?? "/", "http://product");
      const raw = Buffer.concat(chunks).toString("utf8");
      const signature = String(request.headers["x-retell-signature"] ?? "");
      const { status, body } = product.answer(url, raw, signature, request.headers.authorization);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    product.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    product.close = () => new Promise((done) => server.close(() => done()));
    return product;
  }

  private answer(url: URL, raw: string, signature: string, authorization: string | undefined) {
    if (url.pathname.startsWith("/api/retell/")) {
      if (!isRetellSignature(raw, this.options.retellApiKey, signature)) {
        this.badSignatures += 1;
        return { status: 401, body: {} };
      }
      const body: Body = JSON.parse(raw);
      return url.pathname === "/api/retell/webhook" ? this.webhook(body) : this.functionCall(body);
    }
    if (authorization !== `Bearer ${this.options.tenantApiKey}`) return { status: 401, body: {} };
    return { status: 200, body: this.rest(url) };
  }

  private webhook(body: Body) {
    this.webhooks.push(body);
    if (body.call_inbound) {
      return {
        status: 200,
        body: {
          call_inbound: {
            override_agent_id: "agent_demo",
            dynamic_variables: { business_name: "Test" },
            ...(this.storesNothing
              ? { agent_override: { agent: { data_storage_setting: "basic_attributes_only" } } }
              : {}),
          },
        },
      };
    }
    if (this.options.fault === "refuses_webhooks") return { status: 500, body: {} };
    this.keepCall(body.call);
    return { status: 200, body: { success: true } };
  }

  private keepCall(call: Body["call"]) {
    if (!call || call.to_number !== this.options.phoneNumber) return;
    const known = this.calls.get(call.call_id) ?? { ...call, id: this.nextId++, outcome: null };
    const isLater = call.call_status === "ended" || known.call_status !== "ended";
    this.calls.set(call.call_id, {
      ...known,
      ...(isLater ? call : {}),
      call_analysis: call.call_analysis ?? known.call_analysis,
    });
  }

  private functionCall({ name = "", args = {}, call }: Body) {
    if (!call || call.to_number !== this.options.phoneNumber) {
      return { status: 200, body: { success: false, message: "Diese Nummer ist nicht vergeben." } };
    }
    this.keepCall(call);
    const pending = call.transcript_with_tool_calls?.findLast(({ role }) => role === "tool_call_invocation");
    const key =
      pending?.tool_call_id ??
      createHash("sha256")
        .update(JSON.stringify([name, args]))
        .digest("hex");
    const known = this.options.fault === "books_twice" ? undefined : this.answered.get(key);
    if (known) return { status: 200, body: JSON.parse(known) };
    const body = this.runTool(name, args, call);
    this.answered.set(key, JSON.stringify(body));
    return { status: 200, body };
  }

  private runTool(
    name: string,
    args: Record<string, string>,
    { call_id: callId, from_number: phone, ...live }: Call,
  ) {
    const done = (outcome: string, message: string, data: object = {}) => {
      const call = this.calls.get(callId);
      if (call) call.outcome = outcome;
      return { success: true, message, data };
    };
    const missing = () => ({
      success: false,
      message: "Soll ich das so machen?",
      code: "confirmation.required",
    });
    const agreed = this.options.fault === "needs_no_yes" || isAgreed(live.transcript_with_tool_calls ?? []);
    const mine = this.live().filter((row) => row.phone === phone);
    const hidden = phone === "anonymous" && this.options.fault !== "believes_everybody";
    switch (name) {
      case "list_services":
        return { success: true, message: "Wir bieten Beratung.", data: { services: [{ name: SERVICE }] } };
      case "check_availability":
        return this.checkAvailability(args, callId);
      case "book_appointment": {
        const start = args.offer_id ?? args.start ?? "";
        if (!agreed) return missing();
        if (this.isTaken(start, callId)) {
          const data = { offers: this.offersFrom(dayOf(start)) };
          return { success: false, message: "Gerade vergeben.", code: "slot_taken", data };
        }
        const row = { id: this.nextId++, phone, start_time: start, status: "scheduled", staff_id: 1 };
        if (this.options.fault !== "books_nothing") this.appointments.push(row);
        return done("booked", "Gebucht.", { appointment_id: row.id, status: "scheduled", start });
      }
      case "find_appointments": {
        if (hidden) return { success: false, message: "Wir rufen Sie gern zurück.", code: "caller_unknown" };
        const appointments = (phone === "anonymous" ? this.live() : mine).map(toFound);
        return { success: true, message: `${appointments.length} gefunden.`, data: { appointments } };
      }
      case "reschedule_appointment": {
        if (mine.length > 1 && !args.appointment_id) {
          const data = { appointments: mine.map(toFound) };
          return { success: false, message: "Welcher ist es?", code: "appointment.several", data };
        }
        if (!agreed) return missing();
        const row = mine.find(({ id }) => String(id) === String(args.appointment_id)) ?? mine[0];
        if (row && args.offer_id) row.start_time = args.offer_id;
        return done("moved", "Verschoben.");
      }
      case "cancel_appointment": {
        if (hidden) {
          const data = { callback_id: this.callbackOf(callId) };
          return { success: false, message: "Ich habe es notiert.", code: "caller.hidden", data };
        }
        if (!agreed) return missing();
        if (mine[0]) mine[0].status = "cancelled";
        return done("cancelled", "Abgesagt.");
      }
      case "request_callback":
        return done("callback", "Wir rufen zurück.", { callback_id: this.callbackOf(callId) });
      default:
        return { success: false, message: "Das kann ich nicht." };
    }
  }

  private callbackOf(callId: string): number {
    const known = this.callbacks.get(callId) ?? this.nextId++;
    this.callbacks.set(callId, known);
    return known;
  }

  private checkAvailability(args: Record<string, string>, callId: string) {
    if (args.staff && args.staff !== STAFF)
      return {
        success: false,
        message: "Wer ist das?",
        code: "staff.unknown",
        data: { candidates: [STAFF] },
      };
    const day = Temporal.PlainDate.from(args.date ?? "");
    const closed = day.dayOfWeek > 5;
    const wish = args.time && !closed ? startOf(day, args.time) : undefined;
    const free = wish !== undefined && !this.isTaken(wish, callId);
    if (free) this.holds.set(wish, callId);
    const offers = free ? [this.offer(wish)] : this.offersFrom(day);
    const available = wish === undefined ? !closed && offers.length > 0 : free;
    const message = closed ? "Da haben wir geschlossen." : "Diese Zeiten sind frei.";
    return {
      success: available,
      message,
      data: { available, offers, reason: closed ? "closed" : undefined },
    };
  }

  private offersFrom(from: Temporal.PlainDate) {
    const offers: object[] = [];
    for (let day = from; offers.length < 3; day = day.add({ days: 1 })) {
      for (let hour = 9; day.dayOfWeek <= 5 && hour < 17 && offers.length < 3; hour += 1) {
        const start = startOf(day, `${String(hour).padStart(2, "0")}:00`);
        if (!this.isTaken(start)) offers.push(this.offer(start));
      }
    }
    return offers;
  }

  private offer(start: string) {
    return { offer_id: start, start, service: SERVICE, service_id: 1, staff: STAFF, staff_id: 1 };
  }

  private live() {
    return this.appointments.filter(({ status }) => status === "scheduled");
  }

  private isTaken(start: string, callId?: string) {
    if (this.options.fault === "books_twice") return false;
    const holder = this.options.fault === "holds_nothing" ? undefined : this.holds.get(start);
    if (holder && holder !== callId && this.calls.get(holder)?.call_status !== "ended") return true;
    return this.live().some((row) => Date.parse(row.start_time) === Date.parse(start));
  }

  private rest(url: URL) {
    const callRow = (call: NonNullable<ReturnType<typeof this.calls.get>>) => ({
      id: call.id,
      call_id: call.call_id,
      from_number: call.from_number === "anonymous" ? null : call.from_number,
      transcript: call.transcript,
      analysis: call.call_analysis ?? null,
      end_timestamp: call.end_timestamp ?? null,
      duration_sec: call.duration_ms === undefined ? null : Math.round(call.duration_ms / 1000),
      outcome: call.outcome ?? "hung_up",
    });
    const [, , entity, id] = url.pathname.split("/");
    if (entity === "calls") {
      const rows = [...this.calls.values()].map(callRow);
      if (id) return { data: rows.find((row) => String(row.id) === id) };
      return { data: rows.map(({ transcript: _transcript, analysis: _analysis, ...row }) => row) };
    }
    if (entity === "appointments") return { data: this.appointments };
    const phones = [...new Set(this.appointments.map(({ phone }) => phone))];
    const customers = phones.map((phone, index) => ({ id: index + 1, phone }));
    if (!id) return { data: customers.filter(({ phone }) => phone === url.searchParams.get("search")) };
    const customer = customers.find((row) => String(row.id) === id);
    const appointments = this.appointments.filter(({ phone }) => phone === customer?.phone);
    return { data: { ...customer, appointments } };
  }
}

const toFound = ({ id, start_time }: Appointment) => ({
  appointment_id: id,
  start: start_time,
  service: SERVICE,
});

/** Since the last thing done: something was read back, and all the caller said to it is a yes. */
function isAgreed(entries: NonNullable<Call["transcript_with_tool_calls"]>): boolean {
  const done = /Gebucht|Verschoben|Abgesagt/;
  const since = entries.slice(
    entries.findLastIndex(({ role, content = "" }) => role === "tool_call_result" && done.test(content)) + 1,
  );
  const asked = since.findLastIndex(
    ({ role, content = "" }) => role === "agent" && content.includes("Soll ich"),
  );
  const last = since.findLast(({ role }) => role === "agent" || role === "user");
  const answers = since.slice(asked + 1).filter(({ role }) => role === "user");
  return (
    asked >= 0 &&
    last?.role === "user" &&
    since.filter(({ role }) => role === "agent").at(-1) === since[asked] &&
    answers.length > 0 &&
    answers.every(({ content = "" }) => /^ja\b/i.test(content) && !/lieber|nein/i.test(content))
  );
}

const dayOf = (start: string) => Temporal.Instant.from(start).toZonedDateTimeISO(ZONE).toPlainDate();

function startOf(day: Temporal.PlainDate, time: string): string {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toString({ timeZoneName: "never" });
}
