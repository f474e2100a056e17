import "./lib/load-env";
import { fillHolidays } from "./lib/database/holidays";
import { migrateDatabase } from "./lib/database/migrations";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

/** `npm run db:migrate`: brings the configured database up to date. */
await runProgram(async () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Sentence("DATABASE_URL is not set: put it into .env (see .env.example).");
  const ran = await migrateDatabase(url);
  await fillHolidays(url, new Date());
  process.stdout.write(ran === 0 ? "✓ The database is up to date\n" : `✓ Migrations applied: ${ran}\n`);
  return 0;
});
