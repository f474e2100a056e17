import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("no more than so many run at once, in the order in which they came, also where some fail", async () => {
  const run = inTurn(() => 3);
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

test("how many may change while they wait: fewer end first, more start at the next end", async () => {
  let width = 3;
  const run = inTurn(() => width);
  let running = 0;
  const seen: number[] = [];
  const ends: (() => void)[] = [];
  const work = async () => {
    seen.push(++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
  };
  const all = Array.from({ length: 8 }, () => run(work));
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  await new Promise(setImmediate);
  expect(running).toBe(3);
  width = 1;
  await endOne();
  await endOne();
  expect(running).toBe(1);
  await endOne();
  expect(running).toBe(1);
  width = 3;
  await endOne();
  expect(running).toBe(3);
  while (ends.length > 0) await endOne();
  await Promise.all(all);
  expect(seen).toHaveLength(8);
});
