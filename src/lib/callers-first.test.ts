import { afterEach, expect, test, vi } from "vitest";
import { answerCaller, isOnThePhone } from "./callers-first";

afterEach(() => vi.useRealTimers());

test("somebody is on the phone while an answer is worked on, also one that fails, and a moment longer", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  expect(isOnThePhone()).toBe(false);
  const heard: boolean[] = [];
  const answer = answerCaller(async () => heard.push(isOnThePhone()));
  const failed = answerCaller(async () => Promise.reject(new Error("refused")));
  await expect(failed).rejects.toThrow("refused");
  await answer;
  expect(heard).toEqual([true]);
  expect(isOnThePhone()).toBe(true);
  vi.advanceTimersByTime(4_900);
  expect(isOnThePhone()).toBe(true);
  vi.advanceTimersByTime(200);
  expect(isOnThePhone()).toBe(false);
});
