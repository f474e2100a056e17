import { NextRequest } from "next/server";
import { findUserByCookie } from "@/server/auth/current-user";
import { doorFor } from "@/server/auth/door";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { errorView } from "@/server/domain/_core/error-view";
import { DomainError, notFound } from "@/server/domain/_core/errors";
import { getRecording } from "@/server/domain/calls/get-recording";
import { logger } from "@/server/logger";
import { isOwnPage } from "./own-page";
import { httpStatusOf } from "./trpc";

interface RecordingRoute {
  params: Promise<{ tenant: string; id: string }>;
}

/** One range at a time, as players ask for it. */
const oneRange = /^bytes=(\d{1,12}-\d{0,12}|-\d{1,12})$/;
const longestMs = 30 * 60_000;
/** Two hours, Retell's longest call, as 16 bit WAV of 16 kHz. */
const recordingLimitBytes = 256 * 1024 * 1024;
const passedOn = ["content-length", "content-range", "last-modified"];

/**
 * Heard by people of the business only, and kept by no browser: what Retell deletes is then deleted everywhere. Not
 * compressed on the way, or lengths and ranges would no longer be true.
 */
const audioHeaders = {
  "Accept-Ranges": "bytes",
  "Cache-Control": "private, no-store, no-transform",
  Vary: "Cookie",
  "Content-Disposition": "inline",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

/** The audio of one call, passed on while it comes in. Retell's link stays with us. */
export async function handleRecording(request: Request, { params }: RecordingRoute): Promise<Response> {
  const { tenant: slug, id } = await params;
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  const door = doorFor(await findUserByCookie(cookies.get(sessionCookieName())?.value), slug);
  try {
    const ctx = await door.tenant();
    if (!isOwnPage(request)) throw new DomainError("forbidden", "forbidden");
    const range = request.headers.get("range");
    return passOn(
      await getRecording(ctx, {
        callId: readCallId(id),
        range: range && oneRange.test(range) ? range : undefined,
        // Who hangs up cancels the body, and with it the request to Retell.
        signal: AbortSignal.timeout(longestMs),
      }),
    );
  } catch (error) {
    const view = errorView(error, door.requestId);
    if (view.kind === "internal") logger.error({ err: error, requestId: door.requestId }, "recording failed");
    const headers = { "Cache-Control": "no-store" };
    return Response.json({ error: view }, { status: httpStatusOf(view.kind), headers });
  }
}

async function passOn(response: Response): Promise<Response> {
  const { status, body, headers: given } = response;
  if (Number(given.get("content-length") ?? 0) > recordingLimitBytes) {
    await body?.cancel();
    throw new DomainError("recording.unreachable", "unavailable");
  }
  const headers = new Headers({ ...audioHeaders, "Content-Type": audioType(response) });
  for (const name of passedOn) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(body?.pipeThrough(atMost(recordingLimitBytes)) ?? null, { status, headers });
}

/** Storage often calls everything a stream of bytes; nothing but audio leaves here, whatever it is called there. */
function audioType({ headers, url }: Response): string {
  const type = headers.get("content-type") ?? "";
  if (/^audio\/[\w.+-]+$/.test(type)) return type;
  return new URL(url).pathname.endsWith(".mp3") ? "audio/mpeg" : "audio/wav";
}

function atMost(limitBytes: number) {
  let passed = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      passed += chunk.byteLength;
      if (passed > limitBytes) controller.error(new Error("recording too large"));
      else controller.enqueue(chunk);
    },
  });
}

/** An id that cannot be one is the id of nobody. */
function readCallId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound("recording");
  return Number(text);
}
