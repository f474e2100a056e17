import { signIn } from "next-auth/react";
import { parseSignInError } from "@/contracts/sign-in-errors";

export type Problem = "wrong" | "limited" | "unavailable" | "codeRequired" | "codeWrong";

const problems: Record<string, Problem> = {
  "auth.rate_limited": "limited",
  "auth.unavailable": "unavailable",
  "auth.invalid_credentials": "wrong",
  "auth.code_required": "codeRequired",
  "auth.wrong_code": "codeWrong",
};

export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/** @returns nothing where it worked; `minutes` is how long to wait where it is limited */
export async function trySignIn(credentials: Credentials): Promise<{ problem?: Problem; minutes?: number }> {
  try {
    const result = await signIn("credentials", { ...credentials, redirect: false });
    if (!result?.error) return result?.ok ? {} : { problem: "unavailable" };
    const { code, retryAfterSeconds = 0 } = parseSignInError(result.error);
    return { problem: problems[code], minutes: Math.ceil(retryAfterSeconds / 60) };
  } catch {
    return { problem: "unavailable" };
  }
}
