import { handleApiRequest } from "@/server/api/handle-request";
import { agentConfig } from "@/server/voice/agent-config";

async function handler(request: Request, { params }: { params: Promise<{ tenant: string }> }) {
  return handleApiRequest(request, (await params).tenant, agentConfig);
}

export { handler as GET, handler as POST };
