import { warmUp } from "@/lib/german-time";
import { receiveToolCall } from "@/server/voice/receive-tool-call";

// Next loads its routes when the server starts: before the first caller, not with them.
warmUp();

export const POST = async (request: Request, { params }: { params: Promise<{ name: string }> }) =>
  receiveToolCall(request, (await params).name);
