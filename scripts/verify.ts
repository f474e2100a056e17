import { runProgram } from "./lib/program";
import { runStaticChecks } from "./lib/static-checks";

/** `npm run verify`: everything that can be said about the code without running it. */
await runProgram(async () => {
  const { failed } = await runStaticChecks();
  return failed === 0 ? 0 : 1;
});
