import { runProgram } from "./lib/program";
import { explain } from "./lib/sentence";
import { type Count, runStaticChecks } from "./lib/static-checks";
import { findTestDatabase, runBuild, runPlaywright, runVitest, weighBuild } from "./lib/test-groups";

/** `npm test`: every check there is, with all the set-up it needs. The last line counts them. */
await runProgram(async () => {
  // A log file is read by people too.
  if (!process.stdout.isTTY) process.env.NO_COLOR = "1";
  const counts: Count[] = [];
  const group = async (name: string, run: () => Promise<Count>) => {
    process.stdout.write(`\n${name}\n`);
    const count = await run().catch((error: unknown) => {
      process.stdout.write(`✗ ${explain(error) ?? (error as Error).stack}\n`);
      return { passed: 0, failed: 1 };
    });
    counts.push(count);
    process.stdout.write(`  ${name}: ${count.passed} passed, ${count.failed} failed\n`);
    return count.failed === 0;
  };

  await group("Static checks", runStaticChecks);
  let databaseUrl = "";
  await group("Unit and database tests", async () => {
    databaseUrl = (await findTestDatabase()).url;
    return runVitest(databaseUrl);
  });
  const built = await group("Build", runBuild);
  if (built) await group("Weight of the pages", weighBuild);
  if (built && databaseUrl) await group("Browser tests", () => runPlaywright(databaseUrl));

  const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0 ? 0 : 1;
});
