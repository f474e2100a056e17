import { z } from "zod";
import { requiredText } from "./form-fields";
import { tenantKinds, tenantStatuses } from "./tenants";
import { email } from "./users";

/** As a page before handed it out: which way, and from which row on. */
const cursor = (key: RegExp) =>
  z
    .string()
    .refine((text) => /^[<>]/.test(text) && key.test(text.slice(1)))
    .optional();

/** First segment of every address of a business. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "slug")
  .max(60, "too_long")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug");

export const newTenant = z.object({
  name: requiredText(255),
  kind: z.enum(tenantKinds),
  slug,
  ownerEmail: email,
});

export const tenantRef = z.object({ tenantId: z.uuid() });
export const suspension = tenantRef.extend({ reason: requiredText(500) });

export const tenantList = z.object({
  search: z.string().trim().max(255).optional(),
  status: z.enum(tenantStatuses).optional(),
  cursor: cursor(/^[0-9a-f-]{36}$/),
});
export type TenantList = z.infer<typeof tenantList>;

export const numberList = z.object({
  /** The beginning of a number, in any spelling. */
  search: z.string().trim().max(40).optional(),
  cursor: cursor(/^\+?\d{1,20}$/),
});
export type NumberList = z.infer<typeof numberList>;

export const numberMove = z.object({
  phoneNumberId: z.number().int().positive(),
  tenantId: z.uuid(),
  branchId: z.number().int().positive(),
  agentId: z.number().int().positive().nullable(),
});

/** A calendar month, e.g. "2026-11". */
export const plainMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const usageList = z.object({ month: plainMonth, cursor: cursor(/^[0-9a-f-]{36}$/) });
export type UsageList = z.infer<typeof usageList>;
