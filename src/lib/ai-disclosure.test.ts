import { expect, test } from "vitest";
import { findAiDisclosure } from "./ai-disclosure";

const agent = (content: string, startMs = 0) => ({ role: "agent", content, startMs });

test.each([
  "Guten Tag, hier ist der digitale Assistent der Praxis.",
  "Sie sprechen mit einer künstlichen Intelligenz.",
  "Hier spricht eine KI.",
  "You are talking to an AI.",
  "This is the virtual assistant of the salon.",
])("is found in %s", (content) => {
  expect(findAiDisclosure([agent("Guten Tag."), agent(content, 900)])?.startMs).toBe(900);
});

test("the caller's words, other words and a late word do not count", () => {
  expect(findAiDisclosure([{ ...agent("Sind Sie eine KI?"), role: "user" }])).toBeUndefined();
  expect(findAiDisclosure([agent("Kinder behandeln wir auch. Praxis am Park.")])).toBeUndefined();
  expect(findAiDisclosure([agent("A"), agent("B"), agent("C"), agent("Ich bin eine KI.")])).toBeUndefined();
});
