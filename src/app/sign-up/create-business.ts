"use server";

import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { type SignUpForm, type SignUpProblem, signUpForm } from "@/contracts/onboarding";
import { localeOf } from "@/messages/locales";
import { clientAddress } from "@/server/auth/client-address";
import { makeSessionCookie } from "@/server/auth/session-cookie";
import { takeUpBusiness } from "@/server/auth/sign-up";
import { DomainError } from "@/server/domain/_core/errors";
import { logger } from "@/server/logger";

const problems: Record<string, SignUpProblem> = {
  "sign_up.closed": "closed",
  "sign_up.known": "known",
  "sign_up.refused": "refused",
  "auth.rate_limited": "limited",
};

/** Makes the business and signs its owner in. @returns where its set-up begins, or why there is none */
export async function createBusiness(
  values: SignUpForm,
): Promise<{ path: string } | { problem: SignUpProblem; minutes?: number }> {
  const requestId = randomUUID();
  const parsed = signUpForm.safeParse(values);
  if (!parsed.success) return { problem: "refused" };
  const sent = await headers();
  const visitor = {
    ipAddress: clientAddress(sent.get("x-forwarded-for")),
    userAgent: sent.get("user-agent"),
    locale: localeOf(await getLocale()),
  };
  try {
    const { slug, sessionId } = await takeUpBusiness(requestId, { ...parsed.data, ...visitor });
    (await cookies()).set(await makeSessionCookie(sessionId));
    return { path: `/${slug}/onboarding` };
  } catch (error) {
    if (error instanceof DomainError && problems[error.code])
      return {
        problem: problems[error.code] as SignUpProblem,
        minutes: Math.ceil(Number(error.details.retryAfterSeconds ?? 60) / 60),
      };
    logger.error({ err: error, requestId }, "sign-up failed");
    return { problem: "unavailable" };
  }
}
