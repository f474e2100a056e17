import { receiveToolCall } from "@/server/voice/receive-tool-call";

export const POST = async (request: Request, { params }: { params: Promise<{ name: string }> }) =>
  receiveToolCall(request, (await params).name);
