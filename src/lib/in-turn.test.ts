import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("no more than so many run at once, in the order in which they came, also where some fail", async () => {
  const run = inTurn(3);
  const [begun, failed]: [number[], number[]] = [[], []];
  let [running, most] = [0, 0];
  const work = (index: number) => async () => {
    begun.push(index);
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    if (index % 4 === 0) throw new Error("refused");
    return index;
  };
  const all = Array.from({ length: 20 }, (_, index) => run(work(index)).catch(() => failed.push(index)));
  await Promise.all(all);
  expect(most).toBe(3);
  expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(failed).toEqual([0, 4, 8, 12, 16]);
  await expect(run(work(21))).resolves.toBe(21);
});
