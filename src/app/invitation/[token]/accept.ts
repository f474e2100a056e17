"use server";

import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { type AcceptProblem, accountForm } from "@/contracts/users";
import { localeOf } from "@/messages/locales";
import { clientAddress } from "@/server/auth/client-address";
import { takeUpInvitation } from "@/server/auth/invitation";
import { DomainError } from "@/server/domain/_core/errors";
import { logger } from "@/server/logger";

const problems: Record<string, AcceptProblem> = {
  "invitation.not_found": "gone",
  "user.email_taken": "taken",
  "auth.rate_limited": "limited",
};

/** Makes the account. @returns the address to sign in with, or why there is none */
export async function accept(
  token: string,
  values: { name: string; password: string },
): Promise<{ email: string } | { problem: AcceptProblem }> {
  const requestId = randomUUID();
  const parsed = accountForm.safeParse(values);
  if (!parsed.success || typeof token !== "string") return { problem: "gone" };
  const address = clientAddress((await headers()).get("x-forwarded-for"));
  try {
    const input = { ...parsed.data, token, locale: localeOf(await getLocale()) };
    return { email: await takeUpInvitation(requestId, input, address) };
  } catch (error) {
    if (error instanceof DomainError && problems[error.code])
      return { problem: problems[error.code] as AcceptProblem };
    logger.error({ err: error, requestId }, "invitation not taken up");
    return { problem: "unavailable" };
  }
}
