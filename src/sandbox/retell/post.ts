import { signRetell } from "./signature";

export interface PostResult {
  /** 0 when no answer came. */
  status: number;
  text: string;
  elapsedMs: number;
}

const USER_AGENT = "retell-sandbox/1.0";

/** One signed POST, as Retell sends webhooks and function calls. Never throws: no answer is status 0. */
export async function postSigned(
  url: string,
  body: string,
  apiKey: string,
  timeoutMs: number,
): Promise<PostResult> {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": USER_AGENT,
        "x-retell-signature": signRetell(body, apiKey),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, text, elapsedMs: elapsed() };
  } catch (error) {
    return { status: 0, text: error instanceof Error ? error.message : "no answer", elapsedMs: elapsed() };
  }
}

export const isSuccess = (result: PostResult) => result.status >= 200 && result.status < 300;
