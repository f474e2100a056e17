import "./lib/load-env";
import { parseArgs } from "node:util";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { loadTenantContextBySlug } from "@/server/domain/_core/tenant-context";
import { activateCalcom } from "@/server/domain/calcom/activate-calcom";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";
import { importEventTypes } from "@/server/domain/calcom/import-event-types";
import { listMissingMappings } from "@/server/domain/calcom/list-missing-mappings";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

const usage = `npm run calcom:setup -- --tenant <slug> [--connect (--team <slug> | --username <name>) [--url https://…/v2]
                        [--organizer <e-mail>]] [--activate]

Imports the event types of the business's Cal.com, maps them to services and staff, and names what nobody could
book. --connect reads the API key from standard input; --activate makes Cal.com the calendar of the business.`;

const sentences: Record<string, string> = {
  "tenant.not_found": "There is no business with this slug.",
  "calcom.not_connected": "This business has no Cal.com yet: use --connect.",
};

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      tenant: { type: "string" },
      connect: { type: "boolean", default: false },
      team: { type: "string" },
      username: { type: "string" },
      url: { type: "string" },
      organizer: { type: "string" },
      activate: { type: "boolean", default: false },
    },
  });
  const { tenant, connect, team, username, url, organizer, activate } = values;
  if (!tenant || (connect && !team === !username)) {
    console.log(usage);
    return 2;
  }
  const ctx = await loadTenantContextBySlug(
    createPlatformContext({ type: "job", name: "calcom-setup" }),
    tenant,
  );
  if (connect) {
    const apiKey = await readStandardInput();
    await connectCalcom(ctx, { apiKey, baseUrl: url, teamSlug: team, username, organizerEmail: organizer });
  }
  console.log(`✓ ${await importEventTypes(ctx)} event types imported`);
  if (!(await sayWhatIsMissing(ctx))) return 1;
  if (activate) {
    await activateCalcom(ctx);
    console.log("✓ Cal.com is the calendar now");
  }
  return 0;
}

async function sayWhatIsMissing(ctx: TenantContext): Promise<boolean> {
  const missing = await listMissingMappings(ctx);
  for (const { serviceName, staffName } of missing) {
    console.log(
      `✗ No event type for ${serviceName}${staffName ? ` with ${staffName}` : ": nobody is qualified for it"}`,
    );
  }
  if (missing.length === 0)
    console.log("✓ Every service can be booked with everybody who is qualified for it");
  return missing.length === 0;
}

async function readStandardInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return text.trim();
}

await runProgram(async () => {
  try {
    return await main();
  } catch (error) {
    if (error instanceof CalcomError) throw new Sentence(`Cal.com: ${error.message}`);
    if (error instanceof DomainError) throw new Sentence(sentences[error.code] ?? error.code);
    throw error;
  }
});
