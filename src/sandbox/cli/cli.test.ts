import { describe, expect, it } from "vitest";
import { findScenario, scenarios } from "../callers";
import type { DemoFile } from "../demo-file";
import { readArguments } from "./arguments";
import { formatExpectation, formatLine } from "./output";
import { chooseTarget } from "./target";

const demo: DemoFile = {
  url: "http://localhost:3000",
  tenants: [
    { slug: "physio-am-park", name: "Physio", apiKey: "key-1", phoneNumbers: ["+4930111"] },
    { slug: "beratung-hansen", name: "Beratung", apiKey: "key-2", phoneNumbers: ["+4930222"] },
  ],
  retell: { apiKey: "retell-key" },
};

const scenario = (key: string) => {
  const found = findScenario(key);
  if (!found) throw new Error(key);
  return found;
};

describe("the command line", () => {
  it("offers at least ten scenarios, each with its own key", () => {
    expect(new Set(scenarios.map(({ key }) => key)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(10);
  });

  it("plays one, or all, or only lists them", () => {
    expect(readArguments(["rennen"]).chosen.map(({ key }) => key)).toEqual(["rennen"]);
    expect(readArguments(["all"]).chosen).toHaveLength(scenarios.length);
    expect(readArguments(["--list"]).chosen).toEqual([]);
  });

  it.each([
    [["nirgends"], 'There is no scenario "nirgends"; --list shows them all.'],
    [["neukunde", "rennen"], "Name one scenario, or all; --list shows them."],
    [["neukunde", "--pace", "slow"], "--pace is one of instant, brisk, real."],
    [["neukunde", "--seed", "x"], "--seed is a whole number."],
  ])("says in one sentence what is wrong with %j", (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
  });

  it("rings at the demo's first business, or the one that was named", () => {
    const target = (...args: string[]) => chooseTarget(readArguments(args), demo, scenario("neukunde"));
    expect(target("neukunde")).toEqual({
      url: "http://localhost:3000",
      tenant: { slug: "physio-am-park", phoneNumber: "+4930111" },
      tenantApiKey: "key-1",
    });
    expect(target("neukunde", "--tenant", "beratung-hansen").tenant.phoneNumber).toBe("+4930222");
    expect(target("neukunde", "--url", "http://127.0.0.1:9/").url).toBe("http://127.0.0.1:9");
  });

  it("plays a story of Cal.com only where there is Cal.com", () => {
    const given = readArguments(["kalender", "--tenant", "physio-am-park"]);
    expect(chooseTarget(given, demo, scenario("kalender")).tenant.slug).toBe("beratung-hansen");
  });

  it("says how to go on where there is no demo or no such business", () => {
    const given = readArguments(["neukunde", "--tenant", "nobody"]);
    expect(() => chooseTarget(given, undefined, scenario("neukunde"))).toThrow("npm run demo");
    expect(() => chooseTarget(given, demo, scenario("neukunde"))).toThrow('no business "nobody"');
  });

  it("prints no colours into a pipe", () => {
    const line = formatLine({
      at: 1.25,
      call: "A",
      kind: "tool",
      text: "get_context {}",
      ms: 12,
      result: "erfolgreich",
    });
    expect(line).toBe("   1.3 s  A → get_context {}  12 ms, erfolgreich");
    expect(formatExpectation({ text: "Ein Termin", state: "false", found: "keiner" })).toBe(
      "Erwartet: Ein Termin ✗ keiner",
    );
  });
});
