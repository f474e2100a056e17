import "./lib/load-env";
import { parseArgs } from "node:util";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { listLines } from "@/server/domain/phone-numbers/list-lines";
import { agentConfig } from "@/server/voice/agent-config";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

const usage = `npm run retell:agent -- --print [--tenant <slug>] [--url https://…] [--language de-DE]

Prints the agent's configuration for Retell as JSON: tools, prompt, webhooks, storage. With --tenant one for each
number of that business.`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      print: { type: "boolean", default: false },
      tenant: { type: "string" },
      url: { type: "string", default: process.env.APP_URL ?? "http://localhost:3000" },
      language: { type: "string", default: "de-DE" },
    },
  });
  if (!values.print) {
    process.stdout.write(`${usage}\n`);
    return 2;
  }
  if (!URL.canParse(values.url)) throw new Sentence(`"${values.url}" is no address: use --url https://….`);
  const configs = values.tenant
    ? await forTenant(values.tenant, values.url)
    : agentConfig({ appUrl: values.url, language: values.language });
  process.stdout.write(`${JSON.stringify(configs, null, 2)}\n`);
  return 0;
});

async function forTenant(slug: string, appUrl: string) {
  const ctx = createPlatformContext({ type: "job", name: "retell-agent" });
  const lines = await listLines(ctx, slug);
  if (lines.length === 0) throw new Sentence(`There is no business "${slug}" with a phone number.`);
  return lines.map(({ tenantName, phoneNumber, retellAgentId, language }) => ({
    business: tenantName,
    number: phoneNumber,
    retell_agent_id: retellAgentId,
    ...agentConfig({ appUrl, language: language ?? "de-DE" }),
  }));
}
