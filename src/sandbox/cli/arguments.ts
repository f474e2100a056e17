import { parseArgs } from "node:util";
import { findScenario, scenarios } from "../callers";
import type { Scenario } from "../callers/scenario";
import { type Pace, paces } from "../retell/clock";

/** One sentence for the person at the keyboard. */
export class UsageError extends Error {}

const options = {
  list: { type: "boolean" },
  url: { type: "string" },
  tenant: { type: "string" },
  number: { type: "string" },
  "api-key": { type: "string" },
  pace: { type: "string" },
  seed: { type: "string" },
  demo: { type: "string" },
} as const;

export interface Arguments {
  /** Empty where only the list is wanted. */
  chosen: readonly Scenario[];
  url?: string;
  tenant?: string;
  number?: string;
  apiKey?: string;
  pace?: Pace;
  seed?: number;
  demo?: string;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "Unknown option.");
  }
}

function chooseScenarios([key, ...more]: string[]): readonly Scenario[] {
  if (!key || more.length > 0) throw new UsageError("Name one scenario, or all; --list shows them.");
  if (key === "all") return scenarios;
  const scenario = findScenario(key);
  if (!scenario) throw new UsageError(`There is no scenario "${key}"; --list shows them all.`);
  return [scenario];
}

/** @throws UsageError for anything that cannot be meant */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const pace = paces.find((name) => name === values.pace);
  if (values.pace !== undefined && !pace) throw new UsageError(`--pace is one of ${paces.join(", ")}.`);
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  if (seed !== undefined && !Number.isInteger(seed)) throw new UsageError("--seed is a whole number.");
  const wantsList = values.list === true || positionals.length === 0;
  return {
    chosen: wantsList ? [] : chooseScenarios(positionals),
    url: values.url,
    tenant: values.tenant,
    number: values.number,
    apiKey: values["api-key"],
    pace,
    seed,
    demo: values.demo,
  };
}
