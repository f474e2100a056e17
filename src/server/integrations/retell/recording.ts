import { env } from "@/env";

/** Where Retell keeps recordings; an installation may name more (`RETELL_RECORDING_HOSTS`). */
const knownHosts = ["retellai.com", "dxc03zgurdly9.cloudfront.net"];
const answerWithinMs = 10_000;

/** Whether a link leads to Retell, and not into our own network or to anybody else. */
function isAtRetell(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { origin, protocol, hostname, port, username } = new URL(link);
  if (env.RETELL_BASE_URL && origin === new URL(env.RETELL_BASE_URL).origin) return true;
  if (protocol !== "https:" || port !== "" || username !== "") return false;
  return [...knownHosts, ...env.RETELL_RECORDING_HOSTS].some(
    (host) => hostname === host || hostname.endsWith(`.${host}`),
  );
}

export type OpenedRecording =
  | { state: "open"; response: Response }
  /** The link is no longer good, or what it led to is gone. */
  | { state: "gone" }
  | { state: "unreachable" };

/** Asks for (a part of) the file behind a link; nothing but links to Retell is asked, and no redirect followed. */
export async function openRecording(
  link: string,
  { range, signal }: { range?: string; signal: AbortSignal },
): Promise<OpenedRecording> {
  if (!isAtRetell(link)) return { state: "gone" };
  try {
    const response = await answerOf(link, range, signal);
    if (response.status === 200 || response.status === 206 || response.status === 416)
      return { state: "open", response };
    await response.body?.cancel();
    return { state: [401, 403, 404, 410].includes(response.status) ? "gone" : "unreachable" };
  } catch {
    return { state: "unreachable" };
  }
}

/** The answer has to begin in time; how long the rest takes is the listener's line. */
async function answerOf(link: string, range: string | undefined, signal: AbortSignal): Promise<Response> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), answerWithinMs);
  try {
    return await fetch(link, {
      headers: { "accept-encoding": "identity", ...(range ? { range } : {}) },
      redirect: "error",
      signal: AbortSignal.any([signal, impatience.signal]),
    });
  } finally {
    clearTimeout(timer);
  }
}
