import { z } from "zod";
import { requiredText, rowId, version } from "./form-fields";
import { serviceOffer } from "./services";
import { federalStates } from "./tenants";
import { settledStates, setupSteps, trades } from "./trades";
import { accountForm, email } from "./users";
import { openingWeek } from "./weekly-hours";

const trade = z.enum(trades, "required");

/** Who signs up a business becomes its owner. */
export const signUpForm = accountForm.extend({ businessName: requiredText(120), trade, email });
export type SignUpForm = z.output<typeof signUpForm>;

/** Why no business came of it. */
export type SignUpProblem = "closed" | "known" | "refused" | "limited" | "unavailable";

/** A trade's template as somebody corrected it. */
export const templateForm = z.object({
  trade,
  federalState: z.enum(federalStates, "required"),
  services: z.array(serviceOffer).min(1, "required").max(40, "too_many"),
});
export type TemplateForm = z.input<typeof templateForm>;

export const setupHours = z.object({ branchId: rowId, version, ranges: openingWeek });
export type SetupHours = z.input<typeof setupHours>;

export const setupPerson = z.object({ name: requiredText(255), serviceIds: z.array(rowId).max(500) });
export type SetupPerson = z.input<typeof setupPerson>;

export const wishedNumber = z.object({ phoneNumber: requiredText(40) });
export type WishedNumber = z.input<typeof wishedNumber>;

export const settledStep = z.object({ step: z.enum(setupSteps), state: z.enum(settledStates) });
export type SettledStep = z.input<typeof settledStep>;
