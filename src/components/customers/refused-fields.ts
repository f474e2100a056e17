import type { ErrorView } from "@/contracts/errors";

const fields = ["name", "phone", "email", "birthdate", "notes"] as const;
type RefusedField = (typeof fields)[number];

/** Which fields of the form the server would not take, and whether because somebody else has the same. */
export function refusedFields(error: unknown): Partial<Record<RefusedField, "taken" | "invalid">> {
  const view = (error as { data?: { error?: ErrorView } } | null)?.data?.error;
  const refused = view?.details.fields;
  if (typeof refused !== "object" || refused === null) return {};
  return Object.fromEntries(
    fields
      .filter((field) => field in refused)
      .map((field) => [field, (refused as Record<string, unknown>)[field] === "taken" ? "taken" : "invalid"]),
  );
}
