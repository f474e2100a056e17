const LIMIT = 120;
const WINDOW_MS = 60_000;

interface Window {
  count: number;
  resetsAt: number;
}

export interface RateState {
  allowed: boolean;
  headers: Record<string, string>;
}

/** 120 requests a minute per API key; whoever exceeds them waits for a minute. */
export class RateLimit {
  private readonly windows = new Map<string, Window>();

  take(key: string, now = Date.now()): RateState {
    let window = this.windows.get(key);
    if (!window || now >= window.resetsAt) {
      window = { count: 0, resetsAt: now + WINDOW_MS };
      this.windows.set(key, window);
    }
    window.count += 1;
    if (window.count === LIMIT + 1) window.resetsAt = now + WINDOW_MS;
    const resetSeconds = Math.ceil((window.resetsAt - now) / 1000);
    const allowed = window.count <= LIMIT;
    return {
      allowed,
      headers: {
        "x-ratelimit-limit-default": String(LIMIT),
        "x-ratelimit-remaining-default": String(Math.max(0, LIMIT - window.count)),
        "x-ratelimit-reset-default": String(resetSeconds),
        ...(allowed ? {} : { "retry-after": String(resetSeconds) }),
      },
    };
  }
}
