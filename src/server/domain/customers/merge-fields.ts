import type { CustomerFields } from "@/contracts/customer-merge";

const fields = ["name", "email", "phone", "birthdate", "notes"] as const;

export const fieldsOf = (customer: CustomerFields): CustomerFields =>
  Object.fromEntries(fields.map((field) => [field, customer[field]])) as unknown as CustomerFields;

/**
 * What one knows of both: the kept customer's word stands, its gaps are filled, and notes stand one below the other.
 * A number or address that the kept one takes over leaves the other; what both have stays where it is.
 */
export function mergeFields(
  kept: CustomerFields,
  absorbed: CustomerFields,
): { kept: CustomerFields; absorbed: CustomerFields } {
  const notes = [...new Set([kept.notes, absorbed.notes].filter(Boolean))].join("\n\n") || null;
  return {
    kept: {
      name: kept.name ?? absorbed.name,
      email: kept.email ?? absorbed.email,
      phone: kept.phone ?? absorbed.phone,
      birthdate: kept.birthdate ?? absorbed.birthdate,
      notes,
    },
    absorbed: {
      ...fieldsOf(absorbed),
      email: kept.email === null ? null : absorbed.email,
      phone: kept.phone === null ? null : absorbed.phone,
    },
  };
}

export const changedFields = (before: CustomerFields, after: CustomerFields) =>
  fields.filter((field) => before[field] !== after[field]);
