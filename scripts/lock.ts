import { completeLockFile } from "./lib/lock-file";
import { runProgram } from "./lib/program";

/** `npm run lock`: after `npm install`, completes package-lock.json for the platforms npm forgot. */
await runProgram(async () => {
  process.stdout.write(`✓ Entries added to package-lock.json: ${completeLockFile()}\n`);
  return 0;
});
