import type { DemoFile } from "./demo-file";

/** What a newcomer needs: where, as whom, and three things to try. */
export function printSummary(demo: DemoFile): void {
  const width = Math.max(...demo.users.map(({ email }) => email.length));
  const lines = [
    "",
    `  AskProAI runs at ${demo.url}`,
    "",
    "  Sign in as",
    ...demo.users.map(
      ({ email, password, role, tenant, locale }) =>
        `    ${email.padEnd(width)}  ${password}  ${role.replace("_", " ")}${tenant ? ` of ${tenant}` : ""}${locale === "en" ? ", in English" : ""}`,
    ),
    "",
    "  Try",
    "    npm run call -- neukunde          a new customer calls and books",
    "    npm run call -- --list            the other callers",
    `    curl -H "X-API-Key: ${demo.tenants[0]?.apiKey}" "${demo.url}/api/appointments?status=scheduled"`,
    "",
    "  All of this is also in .data/demo.json, logs are in .data/logs. Ctrl-C ends everything.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
