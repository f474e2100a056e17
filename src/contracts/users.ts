import { z } from "zod";
import { roles } from "./permissions";

export const email = z.string().trim().toLowerCase().max(255).pipe(z.email());

/** Length is what makes a password strong; the upper end only bounds the work of hashing it. */
const newPassword = z.string().min(10).max(200);

export const signInInput = z.object({ email, password: z.string().min(1).max(200) });

export const createUserInput = z.object({
  email,
  name: z.string().trim().min(1).max(255),
  role: z.enum(roles),
  /** Slug of the business; only platform admins have none. */
  tenant: z.string().max(100).optional(),
  password: newPassword,
});

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword,
});

export const changeLocaleInput = z.object({ locale: z.enum(["de", "en"]) });

/** How long a sign-in lasts, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** next-auth hands the browser one string: `auth.rate_limited:<seconds>`, or its own word for every other refusal. */
export function parseSignInError(error: string): { code: string; retryAfterSeconds?: number } {
  const [code, seconds] = error.split(":");
  return code === "auth.rate_limited"
    ? { code, retryAfterSeconds: Number(seconds) }
    : { code: code === "auth.unavailable" ? code : "auth.invalid_credentials" };
}
