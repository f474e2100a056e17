import { setTimeout as delay } from "node:timers/promises";
import { inTurn } from "@/lib/in-turn";
import { BodyTooLarge, readBytes } from "@/lib/read-body";
import type { PlatformContext } from "@/server/domain/_core/context";
import { describeError } from "@/server/domain/_core/describe-error";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { isUnavailable } from "@/server/domain/_core/unavailable";
import { nudgeDispatch } from "@/server/events/dispatch";
import { logger } from "@/server/logger";

/** One provider's way in. `Proof` is what the signature showed, e.g. in which of two formats the body may be. */
export interface WebhookSource<Proof, Message> {
  provider: "retell" | "calcom";
  maxBytes: number;
  /** Undefined refuses with 401. */
  verify(
    ctx: PlatformContext,
    body: Uint8Array,
    request: Request,
  ): Proof | undefined | Promise<Proof | undefined>;
  /** What the JSON says, or undefined for 400. Checks only what `store` needs; details are for processing. */
  identify(payload: unknown, proof: Proof, rawBody: string): Message | undefined;
  /** Somebody waits for the answer on the phone: not in line with what only tells what happened. */
  isUrgent?(message: Message): boolean;
  /** Keeps it in one transaction and returns the answer's JSON. */
  store(ctx: PlatformContext, message: Message, rawBody: string): Promise<object>;
}

/** Storing takes milliseconds: where nothing at all was stored for so long, the database hangs, and senders must not pile up. */
const stallMs = 1_000;
/** So long one may stand in a line that moves; Retell waits ten seconds, and to be asked again costs more than to wait. */
const patienceMs = 6_000;
let storedCount = 0;
const retryAfterSeconds = 5;
/** A burst waits for itself: whoever is on the phone meanwhile finds the process and its connections hardly busier. */
const inLine = inTurn(3);

const refusal = (status: number, code: string, message: string, headers: HeadersInit = {}) =>
  Response.json({ error: { code, message } }, { status, headers });
const unavailable = () =>
  refusal(503, "unavailable", "The service is unavailable, please deliver again.", {
    "retry-after": String(retryAfterSeconds),
  });

/** A route handler that verifies, stores and answers; processing starts after the answer, from the stored row. */
export function receiveWebhook<Proof, Message>(source: WebhookSource<Proof, Message>) {
  return async (request: Request): Promise<Response> => {
    let body: Uint8Array;
    try {
      body = await readBytes(request, source.maxBytes);
    } catch (error) {
      return error instanceof BodyTooLarge
        ? refusal(413, "body.too_large", `The body exceeds ${source.maxBytes} bytes.`)
        : refusal(400, "body.unreadable", "The body ended early.");
    }
    const ctx = createPlatformContext({ type: "webhook", provider: source.provider });
    const log = logger.child({ requestId: ctx.requestId, provider: source.provider });
    const givenUp = new AbortController();
    const answer = respond(source, ctx, request, body, givenUp.signal).catch((error: unknown) => {
      if (isUnavailable(error)) return unavailable();
      log.error({ error: describeError(error) }, "webhook could not be stored");
      return refusal(500, "internal", `Something went wrong (request ${ctx.requestId}).`);
    });
    const deadline = new AbortController();
    const late = untilTooLate(deadline.signal).then(unavailable);
    late.catch(() => undefined);
    const response = await Promise.race([answer, late]);
    deadline.abort();
    givenUp.abort();
    if (response.status >= 400) log.warn({ status: response.status }, "webhook refused");
    return response;
  };
}

async function untilTooLate(signal: AbortSignal): Promise<void> {
  for (let waited = 0, before = -1; waited < patienceMs && storedCount !== before; waited += stallMs) {
    before = storedCount;
    await delay(stallMs, undefined, { signal });
  }
}

async function respond<Proof, Message>(
  source: WebhookSource<Proof, Message>,
  ctx: PlatformContext,
  request: Request,
  body: Uint8Array,
  givenUp: AbortSignal,
): Promise<Response> {
  const proof = await source.verify(ctx, body, request);
  if (proof === undefined)
    return refusal(401, "signature.invalid", "The signature is missing, wrong or stale.");
  const rawBody = decodeUtf8(body);
  const message = rawBody === undefined ? undefined : source.identify(parseJson(rawBody), proof, rawBody);
  if (rawBody === undefined || message === undefined)
    return refusal(400, "body.invalid", "The body is not a message of this webhook.");
  const store = async () => {
    const stored = await source.store(ctx, message, rawBody);
    storedCount++;
    return stored;
  };
  // Who was asked to deliver again while this stood in line will: stored twice it would only keep others waiting.
  const inTime = async () => (givenUp.aborted ? undefined : store());
  const answer = await (source.isUrgent?.(message) ? store() : inLine(inTime));
  if (!answer) return unavailable();
  nudgeDispatch();
  return Response.json(answer);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
