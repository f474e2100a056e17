import { scenarios } from "./callers";
import { type Arguments, readArguments, UsageError } from "./cli/arguments";
import { playAll, playOne } from "./cli/play";
import { answers, chooseTarget, reachSandbox } from "./cli/target";
import { readDemoFile } from "./demo-file";
import { readSettings } from "./settings";

function printList() {
  const width = Math.max(...scenarios.map(({ key }) => key.length));
  for (const { key, story, slow } of scenarios) {
    console.log(`  ${key.padEnd(width)}  ${story}${slow ? " (dauert bis zu 17 Minuten)" : ""}`);
  }
  console.log(
    "\n  npm run call -- neukunde [--tenant slug] [--url http://localhost:3000] [--pace instant|brisk|real]",
  );
  console.log("  npm run call -- all      spielt alle");
}

/** Plays what was asked for. Whether everything expected came true. */
async function call(given: Arguments): Promise<boolean> {
  const [first] = given.chosen;
  if (!first) {
    printList();
    return true;
  }
  const settings = readSettings();
  const demo = readDemoFile(given.demo ?? settings.demoFile);
  const { url } = chooseTarget(given, demo, first);
  if (!(await answers(url))) throw new UsageError(`Nothing answers at ${url}; is the app running?`);
  const sandbox = await reachSandbox(settings, demo);
  const isOne = given.chosen.length === 1;
  const playing = {
    sandboxUrl: sandbox.url,
    pace: given.pace ?? (isOne ? ("brisk" as const) : ("instant" as const)),
    seed: given.seed,
    targetFor: (scenario: typeof first) => chooseTarget(given, demo, scenario),
  };
  try {
    return isOne ? await playOne(first, playing) : await playAll(given.chosen, playing);
  } finally {
    await sandbox.close();
  }
}

try {
  process.exitCode = (await call(readArguments(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
