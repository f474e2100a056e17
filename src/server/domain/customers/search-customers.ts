import { and, asc, eq, gte, inArray, like, lt, or, type SQL } from "drizzle-orm";
import { toE164 } from "@/lib/phone";
import { nameLikeness, nameWords } from "@/lib/phonetic";
import { fewestLastDigits, lastDigitsKey, soundKey, typoKeys, writtenKey } from "@/lib/search-keys";
import { findBirthdate } from "@/lib/written-day";
import { customerSearchKeys, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { partOfNumber } from "./match-search";

/** Whoever sees this many narrows the search. */
const mostFound = 50;

const shown = {
  id: customers.id,
  name: customers.name,
  phone: customers.phone,
  email: customers.email,
  birthdate: customers.birthdate,
  mergedIntoId: customers.mergedIntoId,
};
export type FoundCustomer = Omit<Awaited<ReturnType<typeof readWhere>>[number], "mergedIntoId">;

/**
 * The customers somebody may mean, the likeliest first: a birthdate or a phone number in any spelling, the beginning of
 * an e-mail address, or a name as it is written, as it sounds, or with a slip in it. Each question reads one short
 * stretch of an index. One row beyond `limit` says that there are more.
 */
export async function searchCustomers(
  ctx: TenantContext,
  search: string,
  limit = mostFound,
): Promise<{ rows: FoundCustomer[]; more: boolean }> {
  requirePermission(ctx, "customers:read");
  const found = await followMerges(ctx, await findCandidates(ctx, search.trim(), limit + 1));
  return { rows: found.slice(0, limit), more: found.length > limit };
}

async function findCandidates(ctx: TenantContext, text: string, limit: number) {
  const date = findBirthdate(text);
  if (date) {
    const born = await readWhere(ctx, eq(customers.birthdate, date.birthdate), limit);
    if (born.length > 0) return byLikeness(born, date.rest);
  }
  const digits = partOfNumber(text);
  if (digits) return findByNumber(ctx, text, digits, limit);
  if (text.includes("@")) return readWhere(ctx, like(customers.email, `${escapeLike(text)}%`), limit);
  return findByName(ctx, date?.rest || text, limit);
}

async function findByNumber(ctx: TenantContext, text: string, digits: string, limit: number) {
  const number = toE164(text);
  const exact = number ? await readWhere(ctx, eq(customers.phone, number), limit) : [];
  if (exact.length > 0) return exact;
  const beginning = await readWhere(
    ctx,
    or(like(customers.phone, `+49${digits}%`), like(customers.phone, `+${digits}%`)),
    limit,
  );
  if (beginning.length > 0 || digits.length < fewestLastDigits) return beginning;
  return readIds(ctx, await idsBeginning(ctx, lastDigitsKey(digits), limit));
}

async function findByName(ctx: TenantContext, text: string, limit: number) {
  const words = nameWords(text);
  if (words.length === 0) return [];
  const written = await idsBeginning(ctx, writtenKey(words), limit);
  const sound = soundKey(words);
  const sounding = sound && written.length < limit ? await idsBeginning(ctx, sound, limit) : [];
  const ids = [...new Set([...written, ...sounding])].slice(0, limit);
  const found = ids.length > 0 ? ids : await idsOfTypo(ctx, words, limit);
  return byLikeness(await readIds(ctx, found), text);
}

/** Keys are ASCII and compared byte by byte: a prefix is all from here to before the next letter. */
async function idsBeginning(ctx: TenantContext, prefix: string, limit: number): Promise<number[]> {
  const last = prefix.charCodeAt(prefix.length - 1);
  const end = prefix.slice(0, -1) + String.fromCharCode(last + 1);
  const rows = await readKeys(
    ctx,
    and(gte(customerSearchKeys.searchKey, prefix), lt(customerSearchKeys.searchKey, end)),
    limit,
  );
  return [...new Set(rows)];
}

/** The longest word says most. */
async function idsOfTypo(ctx: TenantContext, words: string[], limit: number): Promise<number[]> {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const keys = typoKeys(longest);
  if (keys.length === 0) return [];
  return [...new Set(await readKeys(ctx, inArray(customerSearchKeys.searchKey, keys), limit))];
}

async function readKeys(ctx: TenantContext, matching: SQL | undefined, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ customerId: customerSearchKeys.customerId })
    .from(customerSearchKeys)
    .where(and(eq(customerSearchKeys.tenantId, ctx.tenant.id), matching))
    .orderBy(asc(customerSearchKeys.searchKey), asc(customerSearchKeys.customerId))
    .limit(limit);
  return rows.map((row) => row.customerId);
}

function readWhere(ctx: TenantContext, matching: SQL | undefined, limit: number) {
  return ctx.db
    .select(shown)
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), matching))
    .limit(limit);
}

const readIds = (ctx: TenantContext, ids: number[]) =>
  ids.length === 0 ? [] : readWhere(ctx, inArray(customers.id, ids), ids.length);

/** Whoever was merged is found as who they turned out to be, once. */
async function followMerges(ctx: TenantContext, rows: Awaited<ReturnType<typeof readWhere>>) {
  const missing = rows
    .flatMap((row) => row.mergedIntoId ?? [])
    .filter((id) => !rows.some((row) => row.id === id));
  const kept = new Map([...rows, ...(await readIds(ctx, [...new Set(missing)]))].map((row) => [row.id, row]));
  const followed = rows.flatMap((row) => kept.get(row.mergedIntoId ?? row.id) ?? []);
  return [...new Map(followed.map(({ mergedIntoId, ...row }) => [row.id, row])).values()];
}

function byLikeness<Row extends { id: number; name: string | null }>(rows: Row[], text: string): Row[] {
  const likeness = new Map(rows.map((row) => [row.id, nameLikeness(text, row.name ?? "")]));
  return [...rows].sort(
    (a, b) => (likeness.get(b.id) ?? 0) - (likeness.get(a.id) ?? 0) || compareNames(a, b),
  );
}

const german = new Intl.Collator("de");
const compareNames = (a: { id: number; name: string | null }, b: { id: number; name: string | null }) =>
  german.compare(a.name ?? "", b.name ?? "") || a.id - b.id;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");
