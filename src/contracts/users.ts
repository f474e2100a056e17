import { z } from "zod";
import { requiredText, rowId } from "./form-fields";
import { memberRoles, roles } from "./permissions";

export const email = z.string().trim().toLowerCase().max(255).pipe(z.email("email"));

/** Length is what makes a password strong; the upper end only bounds the work of hashing it. */
const newPassword = z.string().min(10, "password_short").max(200, "too_long");
const presentPassword = z.string().min(1, "required").max(200, "too_long");

export const signInInput = z.object({
  email,
  password: z.string().min(1).max(200),
  /** The second step, where one is set up. */
  code: z.string().trim().max(50).optional(),
});

export const createUserInput = z.object({
  email,
  name: z.string().trim().min(1).max(255),
  role: z.enum(roles),
  /** Slug of the business; only platform admins have none. */
  tenant: z.string().max(100).optional(),
  password: newPassword,
});

export const changePasswordInput = z.object({
  currentPassword: presentPassword,
  newPassword,
});

export const ownPasswordInput = z.object({ currentPassword: presentPassword });
export const secondFactorInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "wrong_code"),
});
export const changeNameInput = z.object({ name: requiredText(255) });
export const changeLocaleInput = z.object({ locale: z.enum(["de", "en"]) });

export const invitationForm = z.object({ email, role: z.enum(memberRoles) });
export const memberRoleChange = z.object({ userId: rowId, role: z.enum(memberRoles) });

/** What somebody who was invited says about themselves. */
export const accountForm = z.object({ name: requiredText(255), password: newPassword });

/** Why an invitation was not taken up; a wrong link and an old one are the same. */
export type AcceptProblem = "gone" | "taken" | "limited" | "unavailable";

/** How long an invitation's link works. */
export const invitationDays = 7;

/** How long a sign-in lasts, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;
