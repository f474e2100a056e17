import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { ApiScope } from "@/contracts/permissions";
import { connect, getDatabase } from "@/server/db";
import { calls, tenants } from "@/server/db/schema";
import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import { createTenantApiKey } from "@/server/domain/api-keys/create-tenant-api-key";
import { revokeApiKey } from "@/server/domain/api-keys/revoke-api-key";
import { createBusiness } from "@/test/factories";
import { handleHealthRequest } from "./health";
import type { PublicRoute } from "./public-route";
import {
  cancelAppointmentRoute,
  changeAppointmentRoute,
  createAppointmentRoute,
} from "./routes/appointments";
import { createCallRoute, getCallRoute, listCallsRoute } from "./routes/calls";
import { createCustomerRoute, getCustomerRoute, listCustomersRoute } from "./routes/customers";

interface Asking {
  key?: string;
  id?: number | string;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

async function ask(route: PublicRoute, { key, id, query, body, headers = {} }: Asking) {
  const { method, path } = route.description;
  const url = `http://localhost:3000${path.replace("{id}", String(id))}?${new URLSearchParams(query)}`;
  const request = new Request(url, {
    method,
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await route(request, { params: Promise.resolve({ id: String(id) }) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function createPartner() {
  const business = await createBusiness();
  return { ...business, key: await createTenantApiKey(business.ctx) };
}

const nextMonth = (time: string) =>
  `${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;

describe("an API key", () => {
  test("is taken as Bearer and as X-API-Key; anything else is 401 with the same answer", async () => {
    const { key, ctx } = await createPartner();
    expect((await ask(listCallsRoute, { key })).status).toBe(200);
    expect((await ask(listCallsRoute, { headers: { "x-api-key": key } })).status).toBe(200);
    const revoked = await createApiKey(ctx, { name: "old", scopes: ["calls:read"] });
    expect((await ask(listCallsRoute, { key: revoked.key })).status).toBe(200);
    await revokeApiKey(ctx, { apiKeyId: revoked.id });
    for (const wrong of [undefined, "", "ask_live_wrong", revoked.key, `${key}x`, "x".repeat(10_000)]) {
      const answer = await ask(listCallsRoute, { key: wrong });
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ error: { code: "unauthenticated", message: expect.any(String) } });
    }
  });

  test("is stored hashed, and replacing it ends the former one", async () => {
    const { key, ctx } = await createPartner();
    const [row] = await ctx.db.select().from(tenants).where(eq(tenants.id, ctx.tenant.id));
    expect(row?.apiKey).toMatch(/^[0-9a-f]{64}$/);
    const next = await createTenantApiKey(ctx);
    expect((await ask(listCallsRoute, { key })).status).toBe(401);
    expect((await ask(listCallsRoute, { key: next })).status).toBe(200);
  });

  test("of a suspended business is told so, and reads nothing", async () => {
    const { key, ctx } = await createPartner();
    await ctx.db.update(tenants).set({ status: "suspended" }).where(eq(tenants.id, ctx.tenant.id));
    expect(await ask(listCallsRoute, { key })).toMatchObject({
      status: 403,
      body: { error: { code: "tenant.suspended" } },
    });
  });

  test("reaches as far as its scopes", async () => {
    const { ctx } = await createPartner();
    const scopes: ApiScope[] = ["calls:read"];
    const { key } = await createApiKey(ctx, { name: "reader", scopes });
    expect((await ask(listCallsRoute, { key })).status).toBe(200);
    const refused = await ask(createCustomerRoute, { key, body: { name: "X" } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "forbidden" } } });
  });

  test("gets sixty requests a minute, exactly, however they race", async () => {
    const { key, ctx } = await createPartner();
    const answers = await Promise.all(Array.from({ length: 75 }, () => ask(listCallsRoute, { key })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(60);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(15);
    const { headers, body } = refused[0] as (typeof answers)[number];
    expect(body.error.code).toBe("rate_limited");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(headers.get("x-ratelimit-limit")).toBe("60");
    expect(headers.get("ratelimit-remaining")).toBe("0");
    const other = await createApiKey(ctx, { name: "other", scopes: ["calls:read"] });
    expect((await ask(listCallsRoute, { key: other.key })).headers.get("x-ratelimit-remaining")).toBe("59");
  });
});

describe("a request", () => {
  test("that cannot be read is told why", async () => {
    const { key } = await createPartner();
    const send = (body: string) => ask(createCustomerRoute, { key, body });
    expect(await send('{"name":')).toMatchObject({ status: 400, body: { error: { code: "invalid_json" } } });
    expect(await send("[]")).toMatchObject({ status: 422 });
    expect(await send("")).toMatchObject({
      status: 422,
      body: { error: { fields: { name: expect.any(String) } } },
    });
    expect(await send(`{"name":"${"x".repeat(1_100_000)}"}`)).toMatchObject({
      status: 413,
      body: { error: { code: "body_too_large" } },
    });
  });

  test("for something that cannot exist is 404, like one for something that does not", async () => {
    const { key } = await createPartner();
    const answers = await Promise.all(
      ["0", "-1", "abc", "1e3", "999999999", "99999999999999999999"].map((id) =>
        ask(getCallRoute, { key, id }),
      ),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 404, body: { error: { code: "call.not_found" } } });
  });

  test("while the database is away is 503 with Retry-After, and health says so within a second", async () => {
    const holder = globalThis as typeof globalThis & { __askproaiDatabase?: unknown };
    getDatabase();
    const real = holder.__askproaiDatabase;
    holder.__askproaiDatabase = connect("mysql://root@127.0.0.1:1/nowhere", 2);
    try {
      const answer = await ask(listCallsRoute, { key: "ask_live_any" });
      expect(answer).toMatchObject({ status: 503, body: { error: { code: "unavailable" } } });
      expect(answer.headers.get("retry-after")).toBe("5");
      const started = Date.now();
      const health = await handleHealthRequest();
      expect(health.status).toBe(503);
      expect(await health.json()).toMatchObject({ status: "down", database: "down" });
      expect(Date.now() - started).toBeLessThan(1_000);
    } finally {
      holder.__askproaiDatabase = real;
    }
    expect((await handleHealthRequest()).status).toBe(200);
  });
});

const nested = (levels: number): unknown => (levels === 0 ? 1 : { deeper: nested(levels - 1) });

describe("calls", () => {
  test("go in as documented and come out with transcript and analysis, once", async () => {
    const { key } = await createPartner();
    const body = {
      call_id: `call_${randomUUID()}`,
      conversation_id: "conv_67890",
      from_number: "+4915112345678",
      to_number: "+491234567891",
      start_timestamp: 1699123456,
      end_timestamp: "2023-11-04T19:45:56+01:00",
      transcript: "Hallo, ich möchte einen Termin buchen …",
      analysis: { intent: "appointment_booking", customData: { someKey: 1 } },
    };
    const created = await ask(createCallRoute, { key, body });
    expect(created).toMatchObject({
      status: 201,
      body: {
        data: {
          ...body,
          start_timestamp: "2023-11-04T18:44:16.000Z",
          end_timestamp: "2023-11-04T18:45:56.000Z",
          duration_sec: 100,
          status: "ended",
          customer: { phone: "+4915112345678" },
        },
      },
    });
    const again = await ask(createCallRoute, { key, body });
    expect(again).toMatchObject({ status: 409, body: { error: { code: "call.exists" } } });
    const read = await ask(getCallRoute, { key, id: created.body.data.id });
    expect(read.body).toEqual(created.body);
    const list = await ask(listCallsRoute, { key });
    expect(list.body.data).toHaveLength(1);
    expect(list.body.data[0]).not.toHaveProperty("transcript");
    expect(list.body.data[0]).not.toHaveProperty("analysis");
  });

  test.each([
    ["a year that no calendar column holds", { start_timestamp: "0000-01-01T00:00:00Z" }, "start_timestamp"],
    ["an end beyond the year 9999", { end_timestamp: "9999-12-31T23:59:59-12:00" }, "end_timestamp"],
    ["a start in the wrong unit", { start_timestamp: 1699123456000 }, "start_timestamp"],
    ["an analysis nested without end", { analysis: { a: nested(40) } }, "analysis"],
  ])("are refused with %s", async (_what, wrong, field) => {
    const { key } = await createPartner();
    const body = { call_id: `call_${randomUUID()}`, start_timestamp: 1699123456, ...wrong };
    expect(await ask(createCallRoute, { key, body })).toMatchObject({
      status: 422,
      body: { error: { fields: { [field]: expect.any(String) } } },
    });
  });

  test("keep half a surrogate as what can be stored", async () => {
    const { key } = await createPartner();
    const body = `{"call_id":"call_${randomUUID()}","start_timestamp":1699123456,"transcript":"a\\ud800","analysis":{"b":"\\udfff"}}`;
    expect(await ask(createCallRoute, { key, body })).toMatchObject({
      status: 201,
      body: { data: { transcript: "a\ufffd", analysis: { b: "\ufffd" } } },
    });
  });

  test("are listed newest first by the business's own days, page by page", async () => {
    const { key, ctx } = await createPartner();
    const starts = [
      "2026-03-28T22:59:59Z",
      "2026-03-28T23:00:00Z",
      "2026-03-29T21:59:59Z",
      "2026-03-29T22:00:00Z",
    ];
    await ctx.db.insert(calls).values(
      starts.map((start) => ({
        tenantId: ctx.tenant.id,
        callId: randomUUID(),
        startTimestamp: new Date(start),
        lastActivityAt: new Date(start),
      })),
    );
    const times = async (query: Record<string, string>) => {
      const { body } = await ask(listCallsRoute, { key, query });
      return {
        starts: body.data.map((call: { start_timestamp: string }) => call.start_timestamp),
        ...body.meta,
      };
    };
    const oneDay = { from_date: "2026-03-29", to_date: "2026-03-29" };
    expect(await times(oneDay)).toMatchObject({
      starts: ["2026-03-29T21:59:59.000Z", "2026-03-28T23:00:00.000Z"],
      total: 2,
      has_more: false,
    });
    expect(await times({ per_page: "3" })).toMatchObject({ total: 4, has_more: true, page: 1, per_page: 3 });
    expect((await times({ per_page: "3", page: "2" })).starts).toEqual(["2026-03-28T22:59:59.000Z"]);
  });

  test("are not listed without end: too large, too deep or upside-down pages are 422", async () => {
    const { key } = await createPartner();
    const status = async (query: Record<string, string>) =>
      (await ask(listCallsRoute, { key, query })).status;
    expect(await status({ per_page: "100", page: "100" })).toBe(200);
    expect(await status({ per_page: "101" })).toBe(422);
    expect(await status({ per_page: "100", page: "101" })).toBe(422);
    expect(await status({ page: "0" })).toBe(422);
    expect(await status({ from_date: "29.03.2026" })).toBe(422);
    expect(await status({ from_date: "2026-03-02", to_date: "2026-03-01" })).toBe(422);
    expect(await status({ from_date: "", unknown: "x" })).toBe(200);
  });
});

describe("appointments", () => {
  test("are booked once per idempotency key; a taken time answers with what is free instead", async () => {
    const { key, serviceId } = await createPartner();
    const body = {
      service_id: serviceId,
      start_time: nextMonth("10:00"),
      customer: { name: "Ada", phone: "+4915199999999" },
    };
    const headers = { "idempotency-key": randomUUID() };
    const [first, second] = await Promise.all([
      ask(createAppointmentRoute, { key, body, headers }),
      ask(createAppointmentRoute, { key, body, headers }),
    ]);
    expect(first.status).toBe(201);
    expect(second.body.data?.id, JSON.stringify([first.body, second.body])).toBe(first.body.data?.id);
    expect(first.body.data).toMatchObject({ status: "scheduled", source: "rest" });
    const taken = await ask(createAppointmentRoute, { key, body });
    expect(taken).toMatchObject({ status: 409, body: { error: { code: "appointment.slot_taken" } } });
    const endless = { "idempotency-key": "x".repeat(151) };
    expect(await ask(createAppointmentRoute, { key, body, headers: endless })).toMatchObject({
      status: 422,
      body: { error: { fields: { "idempotency-key": expect.any(String) } } },
    });
    expect(taken.body.error.details.alternatives[0]).toMatchObject({ service_id: serviceId });
  });

  test("are moved, annotated and cancelled", async () => {
    const { key, serviceId } = await createPartner();
    const body = { service_id: serviceId, start_time: nextMonth("10:00"), customer: { name: "Ada" } };
    const { id } = (await ask(createAppointmentRoute, { key, body })).body.data;
    const change = { start_time: nextMonth("12:00"), notes: "brings a dog" };
    const moved = await ask(changeAppointmentRoute, { key, id, body: change });
    expect(moved).toMatchObject({ status: 200, body: { data: { notes: "brings a dog" } } });
    expect(new Date(moved.body.data.start_time)).toEqual(new Date(change.start_time));
    expect((await ask(changeAppointmentRoute, { key, id, body: {} })).status).toBe(422);
    expect((await ask(changeAppointmentRoute, { key, id, body: { notes: "x", version: 1 } })).status).toBe(
      409,
    );
    const cancelled = await ask(cancelAppointmentRoute, { key, id });
    expect(cancelled).toMatchObject({ status: 200, body: { data: { status: "cancelled" } } });
    expect((await ask(createAppointmentRoute, { key, body: { ...body, ...change } })).status).toBe(201);
  });
});

describe("customers", () => {
  test("have one phone number and one e-mail address within the business, and any elsewhere", async () => {
    const [one, two] = [await createPartner(), await createPartner()];
    const body = { name: "Ada Lovelace", email: "ada@example.test", phone: "4915199999999" };
    const create = (key: string, values: object) => ask(createCustomerRoute, { key, body: values });
    expect(await create(one.key, body)).toMatchObject({
      status: 201,
      body: { data: { phone: "+4915199999999" } },
    });
    expect(await create(two.key, body)).toMatchObject({ status: 201 });
    expect(await create(one.key, { name: "B", email: "ADA@example.test" })).toMatchObject({
      status: 409,
      body: { error: { code: "customer.email_taken", fields: { email: "taken" } } },
    });
    expect(await create(one.key, { name: "B", phone: body.phone })).toMatchObject({
      status: 409,
      body: { error: { code: "customer.phone_taken" } },
    });
    expect(await create(one.key, { name: "Nobody to reach" })).toMatchObject({ status: 201 });
    expect(await create(one.key, { name: "And another" })).toMatchObject({ status: 201 });
  });

  test.each(["0151 1234", "+0151", "+49151x", "1", "+12345678901234567"])(
    "are refused with the phone %j",
    async (phone) => {
      const { key } = await createPartner();
      const answer = await ask(createCustomerRoute, { key, body: { name: "A", phone } });
      expect(answer).toMatchObject({
        status: 422,
        body: { error: { fields: { phone: expect.any(String) } } },
      });
    },
  );

  test("are the same with and without a plus before the country's code, whichever way the number comes", async () => {
    const { key, serviceId } = await createPartner();
    const phone = "4915199999999";
    const customer = await ask(createCustomerRoute, { key, body: { name: "Ada", phone } });
    const { id } = customer.body.data;
    const appointment = await ask(createAppointmentRoute, {
      key,
      body: { service_id: serviceId, start_time: nextMonth("10:00"), customer: { name: "Ada", phone } },
    });
    expect(appointment.body.data).toMatchObject({ customer_id: id });
    const call = await ask(createCallRoute, {
      key,
      body: { call_id: `call_${randomUUID()}`, start_timestamp: 1699123456, from_number: phone },
    });
    expect(call.body.data).toMatchObject({ customer_id: id, from_number: `+${phone}` });
  });

  test("are found by part of a name, an address or a number in any writing, and by no wildcard", async () => {
    const { key } = await createPartner();
    const body = { name: "Ada Lovelace", email: "ada@example.test", phone: "+4915199999999" };
    const { id } = (await ask(createCustomerRoute, { key, body })).body.data;
    const found = async (search: string) =>
      (await ask(listCustomersRoute, { key, query: { search } })).body.data.length;
    for (const search of ["lovel", "ADA@", "0151 999", "+49 151", "(0151) 99-99"])
      expect(await found(search)).toBe(1);
    for (const search of ["%", "_", "Babbage", "\\"]) expect(await found(search)).toBe(0);
    expect((await ask(getCustomerRoute, { key, id })).body.data).toMatchObject({
      ...body,
      calls: [],
      appointments: [],
    });
  });
});
