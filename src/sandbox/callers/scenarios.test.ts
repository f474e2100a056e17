import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findScenario, scenarios } from "../callers";
import { type Sandbox, startSandbox } from "../sandbox";
import { FakeProduct, type FakeProductOptions } from "../test/fake-product";
import type { Run } from "./run";

const retellApiKey = "key_of_this_test";
const tenantApiKey = "tenant_key";
const phoneNumber = "+493012345678";

let sandbox: Sandbox;
let product: FakeProduct;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, appUrl: "http://127.0.0.1:1", retellApiKey, demoFile: "none" });
});

afterEach(async () => {
  await Promise.all([sandbox.close(), product.close()]);
});

async function play(
  key: string,
  fault?: FakeProductOptions["fault"],
  apiKey: string | undefined = tenantApiKey,
) {
  product = await FakeProduct.start({ retellApiKey, tenantApiKey, phoneNumber, fault });
  const scenario = findScenario(key);
  if (!scenario) throw new Error(`no scenario ${key}`);
  const run: Run = sandbox.runs.start({
    scenario,
    tenant: { slug: "test", phoneNumber },
    targetUrl: product.url,
    retellApiKey,
    tenantApiKey: apiKey,
    pace: "instant",
    seed: 7,
    patienceSeconds: 1,
  });
  await expect.poll(() => run.state, { timeout: 15_000, interval: 20 }).not.toBe("running");
  return run;
}

const wrong = (run: Run) => run.expectations.filter(({ state }) => state === "false").map(({ text }) => text);

describe("scenarios at a product that works", () => {
  const playable = scenarios.filter(({ slow, tenantSlug }) => !slow && !tenantSlug).map(({ key }) => key);

  it.each(playable)("%s comes true", async (key) => {
    const run = await play(key);
    expect({ error: run.error, wrong: wrong(run) }).toEqual({ error: undefined, wrong: [] });
    expect(run.expectations.length).toBeGreaterThanOrEqual(2);
    expect(run.state).toBe("passed");
    expect(product.badSignatures).toBe(0);
  });

  it("says which expectations were not looked up when there is no API key", async () => {
    const run = await play("neukunde", undefined, "");
    expect(run.expectations.map(({ state }) => state)).toEqual(["true", "unchecked", "unchecked"]);
  });
});

describe("scenarios at a product that fails its callers", () => {
  it("neukunde notices a confirmation without an appointment", async () => {
    const run = await play("neukunde", "books_nothing");
    expect(run.state).toBe("failed");
    expect(wrong(run).join()).toContain("Genau ein Termin");
  });

  it("geisterja notices a booking without a yes, and umentschieden one against the last word", async () => {
    for (const key of ["geisterja", "umentschieden", "zuzweit"]) {
      expect((await play(key, "needs_no_yes")).state, key).toBe("failed");
      await product.close();
    }
  });

  it("gehalten notices that a time is offered to two", async () => {
    expect((await play("gehalten", "holds_nothing")).state).toBe("failed");
  });

  it("wiederholung notices a second booking", async () => {
    expect((await play("wiederholung", "books_twice")).state).toBe("failed");
  });

  it("rennen notices two winners", async () => {
    const run = await play("rennen", "books_twice");
    expect(wrong(run)).toContain("Genau eine Buchung gelingt");
  });

  it("anonym notices that an appointment was told to a hidden number", async () => {
    const run = await play("anonym", "believes_everybody");
    expect(wrong(run)).toContain("Über den Termin wird nichts verraten");
  });

  it("verloren notices a call that nobody completes", async () => {
    const run = await play("verloren");
    expect(wrong(run)).toEqual(["Der Anruf wird ohne Meldung vervollständigt, Ergebnis „gebucht“"]);
  });

  it("unbekannte-nummer notices refused webhooks", async () => {
    expect((await play("unbekannte-nummer", "refuses_webhooks")).state).toBe("failed");
  });
});
