import { POST as answerTool } from "@/app/api/retell/functions/[name]/route";
import { POST as takeWebhook } from "@/app/api/retell/webhook/route";

type Handler = (request: Request) => Promise<Response>;

const toolPath = /^\/api\/retell\/functions\/([\w-]+)$/;
const webhookPath = "/api/retell/webhook";

/** Who answers a request of Retell here, by the very handlers that Next serves while developing. */
export function findPhoneRoute(method: string | undefined, path: string): Handler | undefined {
  if (method !== "POST") return undefined;
  if (path === webhookPath) return takeWebhook;
  const name = toolPath.exec(path)?.[1];
  return name === undefined
    ? undefined
    : (request) => answerTool(request, { params: Promise.resolve({ name }) });
}
