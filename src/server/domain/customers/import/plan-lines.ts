import { and, eq, inArray, or } from "drizzle-orm";
import type { RefusalReason } from "@/contracts/customer-import";
import type { CustomerFields } from "@/contracts/customer-merge";
import { namesAgree } from "@/lib/phonetic";
import type { Queryable } from "@/server/db";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../../_core/context";
import { changedFields, fieldsOf } from "../merge-fields";
import type { JudgedLine } from "./judge-line";
import { namesakeKey, personKey } from "./namesake-key";
import type { TableLine } from "./read-table";

export interface ReadyLine extends TableLine {
  judged: JudgedLine;
}

export type PlannedLine = TableLine &
  (
    | { action: "create"; values: CustomerFields }
    | { action: "fill"; customerId: number; gaps: Partial<CustomerFields> }
    | { action: "keep" }
    | { action: "refuse"; reasons: RefusalReason[] }
  );

type Known = Awaited<ReturnType<typeof readKnown>>[number];

/**
 * What is to be done with each line, given who is known already: a number or an address decides, without both the name
 * and the birthdate. What is known of somebody is never overwritten, only its gaps are filled.
 */
export async function planLines(
  ctx: TenantContext,
  db: Queryable,
  lines: readonly ReadyLine[],
): Promise<PlannedLine[]> {
  const known = await readKnown(
    ctx,
    db,
    lines.map((line) => line.judged.values),
  );
  return lines.map(({ line, cells, judged }) => ({ line, cells, ...planOne(judged, known) }));
}

function planOne({ values, reasons }: JudgedLine, known: readonly Known[]) {
  const refuse = (...why: RefusalReason[]) => ({ action: "refuse" as const, reasons: why });
  if (reasons.length > 0) return refuse(...reasons);
  const owner = (field: "phone" | "email") =>
    values[field] === null ? undefined : known.find((row) => row[field] === values[field]);
  const namesake = namesakeKey(values);
  const byPhone = owner("phone");
  const byEmail = owner("email");
  if (byPhone && byEmail && homeOf(byPhone) !== homeOf(byEmail)) return refuse("contact_conflict");
  const found = byPhone ?? byEmail ?? known.find((row) => personKey(row) === namesake);
  if (!found) return { action: "create" as const, values };
  if (found.mergedIntoId !== null) return { action: "keep" as const };
  if (found.name !== null && !namesAgree(found.name, values.name ?? ""))
    return refuse(byPhone ? "phone_taken" : "email_taken");
  const before = fieldsOf(found);
  const after = { ...before };
  for (const field of Object.keys(before) as (keyof CustomerFields)[]) after[field] ??= values[field];
  const filled = changedFields(before, after);
  if (filled.length === 0) return { action: "keep" as const };
  const gaps: Partial<CustomerFields> = Object.fromEntries(filled.map((field) => [field, after[field]]));
  return { action: "fill" as const, customerId: found.id, gaps };
}

const homeOf = (row: Known) => row.mergedIntoId ?? row.id;

async function readKnown(ctx: TenantContext, db: Queryable, values: readonly CustomerFields[]) {
  const given = (of: (one: CustomerFields) => string | null) => [
    ...new Set(values.flatMap((one) => of(one) ?? [])),
  ];
  const phones = given((one) => one.phone);
  const emails = given((one) => one.email);
  const birthdates = given((one) => (one.phone || one.email ? null : one.birthdate));
  const matching = or(
    phones.length > 0 ? inArray(customers.phone, phones) : undefined,
    emails.length > 0 ? inArray(customers.email, emails) : undefined,
    birthdates.length > 0 ? inArray(customers.birthdate, birthdates) : undefined,
  );
  if (!matching) return [];
  return db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), matching));
}
