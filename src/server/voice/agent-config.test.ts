import { describe, expect, test } from "vitest";
import { agentConfig } from "./agent-config";
import { toolByName, tools } from "./registry";

const config = agentConfig({ appUrl: "https://app.example", language: "de-DE" });
const custom = config.llm.general_tools.filter((tool) => tool.type === "custom");

describe("the agent's configuration at Retell", () => {
  test("carries every tool of the registry, and nothing the server does not know", () => {
    expect(custom.map((tool) => tool.name)).toEqual([
      "get_context",
      "list_services",
      "get_business_info",
      "check_availability",
      "book_appointment",
      "book_series",
      "find_appointments",
      "reschedule_appointment",
      "cancel_appointment",
      "request_callback",
      "note_recording_consent",
    ]);
    for (const tool of custom)
      expect(tools).toContain(toolByName(new URL(tool.url).pathname.split("/").at(-1) ?? ""));
  });

  test.each(custom.map((tool) => [tool.name, tool] as const))("%s is what Retell accepts", (name, tool) => {
    expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(tool.url).toBe(`https://app.example/api/retell/functions/${name}`);
    expect(tool.description.length).toBeGreaterThan(30);
    expect(tool.timeout_ms).toBeGreaterThanOrEqual(1_000);
    expect(tool.timeout_ms).toBeLessThanOrEqual(12_000);
    expect(tool.max_retry).toBeLessThanOrEqual(5);
    expect(tool).toMatchObject({ speak_after_execution: true, args_at_root: false, method: "POST" });
    expect(tool.parameters.type).toBe("object");
    for (const [key, schema] of Object.entries(tool.parameters.properties as Record<string, object>)) {
      expect(key).not.toBe("call_id");
      expect(schema).toMatchObject({
        type: expect.stringMatching(/^(string|integer)$/),
        description: expect.any(String),
      });
    }
    expect(tool.parameters.required ?? []).toEqual([]);
  });

  test("says first that a machine speaks even where nobody filled its placeholders, and leaves 'booked' to the tools", () => {
    for (const [language, machine, booked] of [
      ["de-DE", /künstlichen Intelligenz/, /niemals, dass etwas gebucht/],
      ["en-US", /artificial intelligence/, /Never say that something is booked/],
    ] as const) {
      const { llm } = agentConfig({ appUrl: "https://app.example", language });
      expect(llm.begin_message).toBe("{{greeting}}");
      expect(llm.default_dynamic_variables.greeting).toMatch(machine);
      expect(llm.general_prompt).toMatch(booked);
    }
  });

  test("has a word for each of its placeholders where our answer did not come", () => {
    for (const language of ["de-DE", "en-US"]) {
      const { llm } = agentConfig({ appUrl: "https://app.example", language });
      const placeholders = [...JSON.stringify(llm).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(Object.keys(llm.default_dynamic_variables)).toEqual(expect.arrayContaining(placeholders));
    }
  });

  test("forwards to the numbers the business gave, and to no other", () => {
    const numbers = config.llm.general_tools.flatMap((tool) =>
      tool.type === "transfer_call" ? tool.transfer_destination.number : [],
    );
    expect(numbers).toEqual(["{{forwarding_number}}", "{{emergency_number}}"]);
  });

  test("lives in German time, reports live transcripts, and keeps nothing for long at Retell", () => {
    expect(config.agent).toMatchObject({
      timezone: "Europe/Berlin",
      language: "de-DE",
      webhook_url: "https://app.example/api/retell/webhook",
      webhook_events: expect.arrayContaining([
        "call_started",
        "call_ended",
        "call_analyzed",
        "transcript_updated",
      ]),
      opt_in_signed_url: true,
    });
    expect(config.agent.data_storage_retention_days).toBeLessThanOrEqual(30);
  });
});
