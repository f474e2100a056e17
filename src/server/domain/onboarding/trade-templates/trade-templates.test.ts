import { expect, test } from "vitest";
import { templateForm } from "@/contracts/onboarding";
import { trades } from "@/contracts/trades";
import { openingWeek } from "@/contracts/weekly-hours";
import { tradeTemplates } from ".";

test.each(trades)("the template of %s is what its form and the verbs accept, word for word", (trade) => {
  const { services, hours } = tradeTemplates[trade];
  expect(templateForm.parse({ trade, federalState: "BE", services }).services).toEqual(services);
  expect(openingWeek.parse(hours)).toEqual(hours);
});

test.each(trades)("no two services of %s go by the same name", (trade) => {
  const names = tradeTemplates[trade].services.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test.each(trades)("every service of %s fits into an opening of its week", (trade) => {
  const { services, hours } = tradeTemplates[trade];
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const longest = Math.max(...hours.map(({ from, to }) => minute(to) - minute(from)));
  for (const { durationMinutes, bufferAfterMinutes } of services)
    expect(durationMinutes + bufferAfterMinutes).toBeLessThanOrEqual(longest);
});
