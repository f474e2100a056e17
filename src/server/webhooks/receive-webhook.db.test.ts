import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { receiveWebhook } from "./receive-webhook";

const receiver = (store: () => Promise<object>) =>
  receiveWebhook<true, object>({
    provider: "retell",
    maxBytes: 1_000,
    verify: () => true,
    identify: (payload) => payload as object,
    store,
  });
const deliver = (receive: (request: Request) => Promise<Response>) =>
  receive(new Request("http://localhost", { method: "POST", body: "{}" }));

test("a burst that takes longer than a second waits in a line that moves, and is stored as a whole", async () => {
  let stored = 0;
  const receive = receiver(async () => {
    await delay(200);
    return { stored: ++stored };
  });
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 64 }, () => deliver(receive)));
  expect(performance.now() - began).toBeGreaterThan(1_500);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(stored).toBe(64);
});

test("control: where nothing is stored any more, the whole line is asked to deliver again after a second", async () => {
  let begun = 0;
  const receive = receiver(async () => {
    begun++;
    await delay(4_000);
    return {};
  });
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(receive)));
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
  expect(begun).toBe(3);
});
