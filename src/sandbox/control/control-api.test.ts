import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scenarios } from "../callers";
import { type Sandbox, startSandbox } from "../sandbox";
import { FakeProduct } from "../test/fake-product";

const retellApiKey = "key_of_this_test";
const phoneNumber = "+493012345678";
const tenant = { slug: "physio-am-park", phoneNumber };

let sandbox: Sandbox;
let product: FakeProduct;

beforeEach(async () => {
  product = await FakeProduct.start({ retellApiKey, tenantApiKey: "tenant_key", phoneNumber });
  sandbox = await startSandbox({ port: 0, appUrl: product.url, retellApiKey, demoFile: "none" });
});

afterEach(async () => {
  await Promise.all([sandbox.close(), product.close()]);
});

async function ask(method: string, path: string, body?: unknown, contentType = "application/json") {
  const response = await fetch(`${sandbox.url}/control${path}`, {
    method,
    headers: { "content-type": contentType },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : undefined };
}

describe("the control interface", () => {
  it("starts a call and tells line by line how it goes", async () => {
    const body = { scenario: "rueckruf", tenant, apiKey: "tenant_key", pace: "instant" };
    const { status, json } = await ask("POST", "/calls", body);
    expect(status).toBe(201);
    const state = async () => (await ask("GET", `/calls/${json.id}`)).json;
    await expect.poll(async () => (await state()).state, { timeout: 5_000 }).toBe("passed");
    const run = await state();
    expect(run.lines[0]).toMatchObject({ kind: "ring", at: 0 });
    expect(run.callIds).toHaveLength(1);
    expect(run.expectations).toHaveLength(3);
    const rest = (await ask("GET", `/calls/${json.id}?after=${run.lines.length - 1}`)).json;
    expect(rest.lines).toEqual(run.lines.slice(-1));
  });

  it("names the scenarios that can be played at a business", async () => {
    const keys = async (path: string) =>
      (await ask("GET", path)).json.scenarios.map(({ key }: { key: string }) => key);
    expect(await keys("/scenarios")).toEqual(scenarios.map(({ key }) => key));
    expect(await keys("/scenarios?tenant=physio-am-park")).not.toContain("kalender");
    expect(await keys("/scenarios?tenant=beratung-hansen")).toContain("kalender");
  });

  it("refuses what it cannot do, and pages of a browser", async () => {
    expect((await ask("POST", "/calls", { scenario: "nirgends", tenant })).status).toBe(404);
    expect((await ask("POST", "/calls", { scenario: "neukunde" })).status).toBe(422);
    expect((await ask("POST", "/calls", { scenario: "kalender", tenant })).status).toBe(409);
    expect((await ask("PUT", "/faults", { retell: [{ fault: "flood" }] })).status).toBe(422);
    expect((await ask("PUT", "/faults", {}, "text/plain")).status).toBe(415);
    expect((await ask("GET", "/calls/unknown")).status).toBe(404);
  });

  it("switches faults on and off", async () => {
    const { json } = await ask("PUT", "/faults", { retell: [{ fault: "500", times: 2 }] });
    expect(json).toEqual({ retell: [{ fault: "500", times: 2 }], calcom: [] });
    expect((await ask("PUT", "/faults", { retell: [] })).json).toEqual({ retell: [], calcom: [] });
  });
});
