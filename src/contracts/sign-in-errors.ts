const passedOn = ["auth.unavailable", "auth.code_required", "auth.wrong_code"];

/** next-auth hands the browser one string: ours, with seconds where it is limited, or its own for a wrong password. */
export function parseSignInError(error: string): { code: string; retryAfterSeconds?: number } {
  const [code, seconds] = error.split(":");
  return code === "auth.rate_limited"
    ? { code, retryAfterSeconds: Number(seconds) }
    : { code: code && passedOn.includes(code) ? code : "auth.invalid_credentials" };
}
