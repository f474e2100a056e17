import { z } from "zod";
import { CalcomError, classify } from "./errors";
import { envelope, errorEnvelope } from "./payloads";

export interface CalcomAccount {
  /** E.g. `https://api.cal.com/v2`; self-hosted ones differ. */
  baseUrl: string;
  apiKey: string;
}

export interface CalcomRequest {
  method?: "GET" | "POST" | "DELETE";
  path: string;
  /** Every endpoint has its own; without it Cal.com silently answers in its oldest shape. */
  version: "2024-08-13" | "2024-09-04" | "2024-06-14" | undefined;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  timeoutMs: number;
}

const maxAnswerBytes = 4 * 1024 * 1024;

/** One request, no retries: what may be repeated is for the caller to know. @throws CalcomError */
export async function requestCalcom<T extends z.ZodType>(
  account: CalcomAccount,
  request: CalcomRequest,
  data: T,
): Promise<z.output<T>> {
  const url = new URL(`${account.baseUrl.replace(/\/$/, "")}${request.path}`);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const { status, text, retryAfter } = await send(account, url, request);
  const json = parseJson(text);
  if (status >= 400) {
    const parsed = errorEnvelope.safeParse(json);
    const error = parsed.data?.error;
    const message =
      (typeof error === "string" ? error : error?.message) ?? parsed.data?.message ?? `HTTP ${status}`;
    throw classify(status, message.slice(0, 400), retryAfter);
  }
  const parsed = z.object({ data }).safeParse(envelope.safeParse(json).data);
  if (!parsed.success) {
    throw new CalcomError(
      "unavailable",
      `unexpected answer to ${request.path}: ${z.prettifyError(parsed.error).slice(0, 300)}`,
      status,
    );
  }
  return (parsed.data as { data: z.output<T> }).data;
}

async function send(account: CalcomAccount, url: URL, request: CalcomRequest) {
  const headers: Record<string, string> = {
    authorization: `Bearer ${account.apiKey}`,
    accept: "application/json",
  };
  if (request.version) headers["cal-api-version"] = request.version;
  if (request.body !== undefined) headers["content-type"] = "application/json";
  try {
    const response = await fetch(url, {
      method: request.method ?? "GET",
      headers,
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: AbortSignal.timeout(request.timeoutMs),
      redirect: "error",
    });
    const text = await response.text();
    if (text.length > maxAnswerBytes)
      throw new CalcomError("unavailable", "answer too large", response.status);
    const retryAfter = Number(response.headers.get("retry-after"));
    return { status: response.status, text, retryAfter: retryAfter > 0 ? retryAfter : undefined };
  } catch (error) {
    if (error instanceof CalcomError) throw error;
    const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
    throw new CalcomError(
      isTimeout ? "timeout" : "unavailable",
      isTimeout ? `no answer in ${request.timeoutMs} ms` : String(error),
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
