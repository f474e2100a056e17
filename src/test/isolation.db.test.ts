import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import type { CurrentUser } from "@/server/auth/current-user";
import { doorFor } from "@/server/auth/door";
import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import type { PublicRoute } from "@/server/rest/public-route";
import { publicRoutes } from "@/server/rest/routes";
import { agentConfig } from "@/server/voice/agent-config";
import { tools } from "@/server/voice/registry";
import { testDatabase } from "./database";
import { type ProcedureCase, procedureCases, type RestCase, restCases, voiceCases } from "./isolation-cases";
import { createWorld, everythingOf, stir, tracesOf, type World } from "./isolation-world";
import { createPerson, signedIn } from "./people";
import { voiceCall } from "./voice";

/** The stranger: owner of a business of their own. Nobody touches it but these tests. */
let b: World;
beforeAll(async () => {
  b = await createWorld();
});

/** What came of an attempt: an answer, or the kind of the refusal. */
type Outcome = { answer: unknown } | { refused: string };

async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await attempt() };
  } catch (error) {
    const { cause } = error as { cause?: { kind?: string } };
    return { refused: cause?.kind ?? String(error) };
  }
}

/** Runs `attempt` and checks that nothing of the business changed by it. */
async function leavingAlone(world: World, attempt: () => Promise<Outcome>): Promise<Outcome> {
  const before = await everythingOf(world);
  const outcome = await attempt();
  expect(await everythingOf(world), "rows of the other business").toBe(before);
  return outcome;
}

const createCaller = createCallerFactory(appRouter);

function call(path: string, user: CurrentUser | null, slug: string, input: unknown): Promise<Outcome> {
  const caller = createCaller({ door: doorFor(user, slug, testDatabase()), expectAgent: agentConfig });
  return outcomeOf(() => procedureAt(caller, path)(input) as Promise<unknown>);
}

/** The first thing a subscription says within a second after `stir`, or nothing. */
async function hear(path: string, user: CurrentUser, slug: string, input: unknown, world: World) {
  const ended = new AbortController();
  const caller = createCaller(
    { door: doorFor(user, slug, testDatabase()), expectAgent: agentConfig },
    { signal: ended.signal },
  );
  const stream = (await procedureAt(caller, path)(input)) as AsyncIterable<unknown>;
  const first = stream[Symbol.asyncIterator]().next();
  await delay(200);
  await stir(world);
  const heard = await Promise.race([first, delay(1_500, undefined)]);
  ended.abort();
  await first.catch(() => undefined);
  return heard;
}

function procedureAt(caller: ReturnType<typeof createCaller>, path: string) {
  const found = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return found as (input: unknown) => unknown;
}

const flat: Record<string, unknown> = appRouter._def.procedures;
const procedures = Object.entries(flat).map(([path, procedure]) => ({
  path,
  type: (procedure as { _def: { type: string } })._def.type,
}));

describe("every tRPC procedure", () => {
  test("has a case in isolation-cases.ts, and every case a procedure", () => {
    expect(Object.keys(procedureCases).sort()).toEqual(procedures.map(({ path }) => path).sort());
  });

  test.each(procedures)("$path is closed to strangers", async ({ path, type }) => {
    const spec = procedureCases[path];
    if (!spec) return;
    expect(await call(path, null, b.slug, undefined)).toEqual({ refused: "unauthenticated" });
    if (spec.kind === "account") return;
    if (!("input" in spec)) {
      for (const slug of ["platform", b.slug])
        expect(await call(path, b.owner, slug, undefined)).toEqual({ refused: "not_found" });
      return;
    }
    const a = await createWorld();
    const input = spec.input(a);
    const atTheirDoor = await leavingAlone(a, () => call(path, b.owner, a.slug, input));
    expect(atTheirDoor, "at the other business's door").toEqual({ refused: "not_found" });
    await checkFromHome(path, spec, a, input);
    if (type === "mutation") {
      const viewer = await leavingAlone(a, () => call(path, a.viewer, a.slug, input));
      expect(viewer, "a viewer's attempt to write").toEqual({ refused: "forbidden" });
    }
    await checkOwnPeople(path, spec, a, input);
  });
});

/** The stranger at home, asking for what belongs to the other business. */
async function checkFromHome(path: string, { kind }: ProcedureCase, a: World, input: unknown) {
  if (kind === "streams") {
    expect(await hear(path, b.owner, b.slug, input, a), "news of another business").toBeUndefined();
    return;
  }
  const outcome = await leavingAlone(a, () => call(path, b.owner, b.slug, input));
  if (kind === "byId") expect(outcome).toEqual({ refused: "not_found" });
  else expect(tracesOf(a, outcome, input), "traces of another business").toEqual([]);
}

/** The control: the same request is worth something to those it belongs to, or the test above proved nothing. */
async function checkOwnPeople(path: string, { kind }: ProcedureCase, a: World, input: unknown) {
  if (kind === "streams") {
    expect(await hear(path, a.owner, a.slug, input, a), "news of their own business").toBeDefined();
    return;
  }
  const outcome = await call(path, a.owner, a.slug, input);
  if (kind === "lists") {
    expect(outcome, "an answer to their own people").toHaveProperty("answer");
    expect(tracesOf(a, outcome), "something of their own").not.toEqual([]);
  }
  if (kind === "byId" && "refused" in outcome)
    expect(["conflict", "unavailable"], "a refusal on merits").toContain(outcome.refused);
}

const nameOf = ({ description: { method, path } }: PublicRoute) => `${method} ${path}`;

async function request(route: PublicRoute, key: string | undefined, id: number, body?: unknown) {
  const { method, path } = route.description;
  const response = await route(
    new Request(`http://localhost${path.replace("{id}", String(id))}`, {
      method,
      headers: key ? { "x-api-key": key } : {},
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
    { params: Promise.resolve({ id: String(id) }) },
  );
  return { status: response.status, answer: await response.json() };
}

describe("every REST route", () => {
  test("has a case in isolation-cases.ts, and every case a route", () => {
    expect(Object.keys(restCases).sort()).toEqual(publicRoutes.map(nameOf).sort());
  });

  test.each(publicRoutes.map((route) => ({ name: nameOf(route), route })))(
    "$name is closed to other keys",
    async ({ name, route }) => {
      const spec = restCases[name];
      if (!spec) return;
      const a = await createWorld();
      const id = name.includes("/calls") ? a.callId : name.includes("/app") ? a.appointmentId : a.customerId;
      const { key: scopeless } = await createApiKey(a.ctx, {
        name: "other scope",
        scopes: [route.description.scope === "calls:read" ? "calls:write" : "calls:read"],
      });
      expect((await request(route, undefined, id)).status).toBe(401);
      expect((await request(route, scopeless, id)).status).toBe(403);
      for (const body of bodiesOf(spec, a)) {
        const before = await everythingOf(a);
        const { status, answer } = await request(route, b.key, id, body);
        expect(tracesOf(a, answer, body)).toEqual([]);
        if (spec.kind === "byId" || spec.kind === "refers") expect(status).toBe(404);
        if (spec.kind === "byId")
          expect(await request(route, b.key, 2 ** 50, body)).toEqual({ status, answer });
        expect(await everythingOf(a)).toBe(before);
        if (spec.kind === "refers") continue;
        const own = await request(route, a.key, id, body);
        expect(own.status).toBeLessThan(spec.kind === "adds" ? 410 : 300);
        expect(own.status).not.toBe(404);
        if (spec.kind === "lists") expect(tracesOf(a, own.answer)).not.toEqual([]);
      }
    },
  );
});

function bodiesOf(spec: RestCase, a: World): unknown[] {
  if (spec.kind === "lists") return [undefined];
  return spec.kind === "refers" ? spec.bodies(a, b) : [spec.body?.(a)];
}

describe("every voice tool", () => {
  test("has a case in isolation-cases.ts, and every case a tool", () => {
    expect(Object.keys(voiceCases).sort()).toEqual(tools.map((tool) => tool.name).sort());
  });

  test.each(tools.map(({ name }) => name))(
    "%s knows nothing of another business than the called one",
    async (name) => {
      const a = await createWorld();
      for (const args of voiceCases[name]?.(a) ?? []) {
        const before = await everythingOf(a);
        const reply = await voiceCall({ toNumber: b.phoneNumber, fromNumber: a.callerNumber }).tool(
          name,
          args,
        );
        expect(tracesOf(a, reply, args)).toEqual([]);
        expect(await everythingOf(a)).toBe(before);
      }
    },
  );

  test("finds on the right number what it must not find on another (control)", async () => {
    const a = await createWorld();
    const { tool } = voiceCall({ toNumber: a.phoneNumber, fromNumber: a.callerNumber });
    expect(tracesOf(a, await tool("find_appointments"))).not.toEqual([]);
  });
});

test("the alarm rings for an answer that holds a name, an id or a number of another business (control)", async () => {
  const stranger = await signedIn(await createPerson(b.ctx.tenant.id, "owner"));
  const answer = await call("today.callbacks", stranger, b.slug, undefined);
  expect(tracesOf(b, answer)).toContain(b.mark);
  const before = await everythingOf(b);
  await stir(b);
  expect(await everythingOf(b)).not.toBe(before);
});
