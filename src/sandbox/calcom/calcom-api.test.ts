import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox";

const secret = "a secret of this test";
const ERSTGESPRAECH = 901001;

interface Delivery {
  signature: string;
  version: string;
  text: string;
}

let sandbox: Sandbox;
let receiver: Server;
let deliveries: Delivery[];

beforeEach(async () => {
  deliveries = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    deliveries.push({
      signature: String(request.headers["x-cal-signature-256"]),
      version: String(request.headers["x-cal-webhook-version"]),
      text: Buffer.concat(chunks).toString("utf8"),
    });
    response.end("{}");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/api/calcom/webhook`;
  sandbox = await startSandbox({
    port: 0,
    appUrl: "http://127.0.0.1:1",
    demoFile: "none",
    calcomWebhook: { url, secret },
  });
});

afterEach(async () => {
  await sandbox.close();
  await new Promise((done) => receiver.close(done));
});

interface Call {
  body?: unknown;
  version?: string | null;
  key?: string | null;
}

async function ask(method: string, path: string, { body, version, key = "cal_test_1" }: Call = {}) {
  const defaults = path.startsWith("/slots")
    ? "2024-09-04"
    : path.startsWith("/bookings")
      ? "2024-08-13"
      : "2024-06-14";
  const wanted = version === undefined ? defaults : version;
  const response = await fetch(`${sandbox.url}/calcom/v2${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(wanted ? { "cal-api-version": wanted } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await response.json();
  return { status: response.status, headers: response.headers, json };
}

/** Noon in Berlin of the next working day at least a week ahead, in UTC; slots of the first event type start there. */
function noon(extraDays = 0): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCDate(day.getUTCDate() + extraDays);
  const berlinNoon = new Date(`${day.toISOString().slice(0, 10)}T11:00:00Z`);
  const hour = Number(berlinNoon.toLocaleString("en-GB", { hour: "2-digit", timeZone: "Europe/Berlin" }));
  berlinNoon.setUTCHours(11 + 12 - hour);
  return berlinNoon.toISOString();
}

const booking = (start: string, attendee: Record<string, unknown> = { email: "a@example.com" }) => ({
  start,
  eventTypeId: ERSTGESPRAECH,
  attendee: { name: "Anna Muster", timeZone: "Europe/Berlin", language: "de", ...attendee },
  metadata: { appointmentId: "7" },
});

async function book(start = noon(), attendee?: Record<string, unknown>) {
  return ask("POST", "/bookings", { body: booking(start, attendee) });
}

async function webhooks() {
  await sandbox.calcomWebhooks.settled();
  return deliveries.map(({ text }) => JSON.parse(text));
}

describe("slots", () => {
  it("are the free half hours of working days, in the zone that was asked for", async () => {
    const day = noon().slice(0, 10);
    const path = `/slots?eventTypeId=${ERSTGESPRAECH}&start=${day}&end=${day}&timeZone=Europe/Berlin`;
    const { json } = await ask("GET", path);
    expect(Object.keys(json.data)).toEqual([day]);
    expect(json.data[day]).toHaveLength(16);
    expect(json.data[day][0].start).toMatch(/T09:00:00\.000\+0[12]:00$/);
    await book();
    expect((await ask("GET", path)).json.data[day]).toHaveLength(15);
  });

  it("are empty on a weekend and unknown without their own version", async () => {
    const sunday = noon(5).slice(0, 10);
    const path = `/slots?eventTypeId=${ERSTGESPRAECH}&start=${sunday}&end=${sunday}`;
    expect((await ask("GET", path)).json).toEqual({ status: "success", data: {} });
    expect((await ask("GET", path, { version: null })).status).toBe(404);
    expect((await ask("GET", path, { version: "2024-08-13" })).status).toBe(404);
  });

  it("are hidden from others while reserved, and reserved once", async () => {
    const body = { eventTypeId: ERSTGESPRAECH, slotStart: noon() };
    const first = await ask("POST", "/slots/reservations", { body });
    expect(first.status).toBe(201);
    const second = await ask("POST", "/slots/reservations", { body });
    expect(second.status).toBe(422);
    expect(second.json.error).toEqual({
      code: "UnprocessableEntityException",
      message: "This time slot is already reserved by another user. Please choose a different time.",
    });
    const { reservationUid } = first.json.data;
    expect((await ask("DELETE", `/slots/reservations/${reservationUid}`)).status).toBe(200);
    expect((await ask("POST", "/slots/reservations", { body })).status).toBe(201);
  });
});

describe("bookings", () => {
  it("come back with the host, the metadata and our times in UTC", async () => {
    const start = noon();
    const { status, json } = await book(start);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      status: "success",
      data: {
        status: "accepted",
        start,
        duration: 30,
        eventType: { id: ERSTGESPRAECH, slug: "erstgespraech" },
        hosts: [{ email: "henrik.hansen@beratung-hansen.example" }],
        attendees: [{ email: "a@example.com", absent: false }],
        metadata: { appointmentId: "7" },
      },
    });
  });

  it("give a caller without an address one that is nobody's", async () => {
    const { json } = await book(noon(), { phoneNumber: "+4915123456789" });
    expect(json.data.attendees[0]).toMatchObject({
      email: "4915123456789@sms.cal.com",
      phoneNumber: "+4915123456789",
    });
  });

  it.each([
    [
      "a taken time",
      () => book(),
      "One of the hosts either already has booking at this time or is not available",
    ],
    ["the past", () => book("2020-01-07T11:00:00Z"), "Attempting to book a meeting in the past."],
    [
      "too soon",
      () => book(new Date(Date.now() + 60_000).toISOString()),
      'The event type can\'t be booked at the "start" time provided.',
    ],
    [
      "a number that is none",
      () => book(noon(), { email: undefined, phoneNumber: "12345" }),
      "Invalid phone number format. Please use international format.",
    ],
  ])("refuse %s in Cal.com's own words", async (_case, attempt, message) => {
    await book();
    const { status, json } = await attempt();
    expect(status).toBe(400);
    expect(json).toMatchObject({
      status: "error",
      path: "/v2/bookings",
      error: { code: "BadRequestException" },
    });
    expect(json.error.message).toContain(message);
  });

  it("refuse metadata that is not text and an unknown event type", async () => {
    const wrong = await ask("POST", "/bookings", { body: { ...booking(noon()), metadata: { attempt: 1 } } });
    expect(wrong.status).toBe(400);
    const unknown = await ask("POST", "/bookings", { body: { ...booking(noon()), eventTypeId: 1 } });
    expect(unknown).toMatchObject({
      status: 404,
      json: { error: { message: "Event type with id 1 not found." } },
    });
  });

  it("show a missing version as another shape, never as success", async () => {
    expect((await ask("POST", "/bookings", { body: booking(noon()), version: null })).status).toBe(400);
    expect((await ask("GET", "/bookings", { version: null })).json.data).toHaveProperty("bookings");
  });

  it("get a new uid when they are moved, and the old one is cancelled", async () => {
    const { uid } = (await book()).json.data;
    const moved = await ask("POST", `/bookings/${uid}/reschedule`, { body: { start: noon(1) } });
    expect(moved.json.data.uid).not.toBe(uid);
    expect(moved.json.data).toMatchObject({ rescheduledFromUid: uid, start: noon(1), status: "accepted" });
    const old = (await ask("GET", `/bookings/${uid}`)).json.data;
    expect(old).toMatchObject({ status: "cancelled", rescheduledToUid: moved.json.data.uid });
  });

  it("are cancelled by uid only, and only once", async () => {
    const { uid, id } = (await book()).json.data;
    expect((await ask("POST", `/bookings/${id}/cancel`, { body: {} })).status).toBe(404);
    const cancel = () => ask("POST", `/bookings/${uid}/cancel`, { body: { cancellationReason: "krank" } });
    expect((await cancel()).json.data).toMatchObject({ status: "cancelled", cancellationReason: "krank" });
    expect((await cancel()).status).toBe(400);
  });

  it("are listed by change, with the account's key only", async () => {
    const before = new Date(Date.now() - 1_000).toISOString();
    const first = (await book()).json.data;
    const second = (await book(noon(1))).json.data;
    await ask("POST", `/bookings/${first.uid}/cancel`, { body: {} });
    const path = `/bookings?afterUpdatedAt=${before}&sortUpdatedAt=asc&take=250`;
    const { json } = await ask("GET", path);
    expect(json.data.map(({ uid }: { uid: string }) => uid)).toEqual([second.uid, first.uid]);
    expect(json.pagination).toMatchObject({ totalItems: 2, hasNextPage: false });
    expect((await ask("GET", path, { key: null })).status).toBe(401);
  });
});

describe("event types", () => {
  it("belong to the team and name their hosts without addresses, as Cal.com does", async () => {
    const teams = (await ask("GET", "/teams")).json.data;
    expect(teams).toMatchObject([{ slug: "hansen-winter" }]);
    const { data } = (await ask("GET", `/teams/${teams[0].id}/event-types`)).json;
    expect(data.map(({ id }: { id: number }) => id)).toEqual([901001, 901002, 901003]);
    expect(data[0]).toMatchObject({ lengthInMinutes: 30, hosts: [{ name: "Henrik Hansen" }] });
    expect(data[0].hosts[0]).not.toHaveProperty("email");
  });
});

describe("webhooks", () => {
  it("are signed over the raw body and wrapped", async () => {
    const start = noon();
    const { uid, id } = (await book(start)).json.data;
    const [created] = await webhooks();
    expect(created).toMatchObject({
      triggerEvent: "BOOKING_CREATED",
      payload: {
        uid,
        bookingId: id,
        startTime: start,
        status: "ACCEPTED",
        eventTypeId: ERSTGESPRAECH,
        organizer: { email: "henrik.hansen@beratung-hansen.example", language: { locale: "de" } },
        attendees: [{ name: "Anna Muster", firstName: "Anna", lastName: "Muster" }],
        metadata: { appointmentId: "7" },
      },
    });
    const [delivery] = deliveries;
    expect(delivery?.version).toBe("2021-10-20");
    expect(delivery?.signature).toBe(
      createHmac("sha256", secret)
        .update(delivery?.text ?? "")
        .digest("hex"),
    );
  });

  it("name the old uid of a moved booking and the reason of a cancelled one", async () => {
    const { uid } = (await book()).json.data;
    const moved = (await ask("POST", `/bookings/${uid}/reschedule`, { body: { start: noon(1) } })).json.data;
    await ask("POST", `/bookings/${moved.uid}/cancel`, { body: { cancellationReason: "krank" } });
    const [, rescheduled, cancelled] = await webhooks();
    expect(rescheduled).toMatchObject({
      triggerEvent: "BOOKING_RESCHEDULED",
      payload: { uid: moved.uid, rescheduleUid: uid, rescheduleStartTime: noon() },
    });
    expect(cancelled).toMatchObject({
      triggerEvent: "BOOKING_CANCELLED",
      payload: { uid: moved.uid, cancellationReason: "krank", requestReschedule: false },
    });
  });

  it("of the end of a meeting are flat, and a ping has no booking", async () => {
    const { uid } = (await book()).json.data;
    const control = (path: string) =>
      fetch(`${sandbox.url}/control/calcom/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
      });
    await control(`bookings/${uid}/meeting-ended`);
    await control("ping");
    const [, ended, ping] = await webhooks();
    expect(ended).toMatchObject({ triggerEvent: "MEETING_ENDED", uid });
    expect(ended).not.toHaveProperty("payload");
    expect(ping.payload).not.toHaveProperty("uid");
  });

  it("are sent once, twice or not at all, as the faults say", async () => {
    sandbox.faults.set({
      calcom: [
        { fault: "lost_webhook", endpoint: "BOOKING_CANCELLED", times: 1 },
        { fault: "duplicate", endpoint: "BOOKING_CREATED", times: 1 },
      ],
    });
    const { uid } = (await book()).json.data;
    await ask("POST", `/bookings/${uid}/cancel`, { body: {} });
    expect((await webhooks()).map(({ triggerEvent }) => triggerEvent)).toEqual([
      "BOOKING_CREATED",
      "BOOKING_CREATED",
    ]);
  });
});

describe("limits and faults", () => {
  it("refuse the 121st request of a minute and say how long to wait", async () => {
    let last = await ask("GET", "/me");
    expect(last.headers.get("x-ratelimit-remaining-default")).toBe("119");
    for (let count = 2; count <= 121; count += 1) last = await ask("GET", "/me");
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("GET", "/me", { key: "cal_another" })).status).toBe(200);
  });

  it("keep a booking whose answer never came", async () => {
    sandbox.faults.set({ calcom: [{ fault: "timeout_after_success", times: 1, delayMs: 50 }] });
    await expect(book()).rejects.toThrow();
    const { json } = await ask("GET", "/bookings");
    expect(json.data).toMatchObject([{ metadata: { appointmentId: "7" }, status: "accepted" }]);
  });
});

describe("fixtures", () => {
  it("replace people and event types and bring bookings along", async () => {
    const response = await fetch(`${sandbox.url}/control/calcom/fixtures`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        hosts: [{ id: 1, name: "Ein Mensch", email: "ein@example.com", username: "ein-mensch" }],
        eventTypes: [{ id: 5, title: "Gespräch", slug: "gespraech", lengthInMinutes: 60, hostIds: [1] }],
        bookings: [{ uid: "demo-1", eventTypeId: 5, start: noon(), attendee: { name: "Alt Bekannt" } }],
      }),
    });
    expect(response.status).toBe(200);
    const taken = await ask("POST", "/bookings", { body: { ...booking(noon()), eventTypeId: 5 } });
    expect(taken.json.error.message).toBe("User either already has booking at this time or is not available");
    expect((await ask("POST", "/bookings/demo-1/cancel", { body: {} })).status).toBe(200);
    expect((await ask("GET", "/event-types?username=ein-mensch")).json.data).toHaveLength(1);
  });
});
