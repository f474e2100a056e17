import { handleApiRequest } from "@/server/api/handle-request";

async function handler(request: Request, { params }: { params: Promise<{ tenant: string }> }) {
  return handleApiRequest(request, (await params).tenant);
}

export { handler as GET, handler as POST };
