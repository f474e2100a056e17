import type { HttpReply } from "../http/router";

/** How Retell words a refusal. */
export const failure = (status: number, message: string): HttpReply => ({
  status,
  body: { status: "error", message },
});
