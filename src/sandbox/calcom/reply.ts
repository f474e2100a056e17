import type { HttpReply } from "../http/router";

/** Cal.com's envelope of every success. */
export const success = (data: unknown, status = 200, pagination?: unknown): HttpReply => ({
  status,
  body: { status: "success", data, ...(pagination ? { pagination } : {}) },
});
