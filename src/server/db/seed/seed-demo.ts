import { hash } from "@node-rs/argon2";
import { inArray } from "drizzle-orm";
import { connect, type Queryable } from "@/server/db";
import { publicHolidays, tenants, users } from "@/server/db/schema";
import { type DemoSecrets, demoAccounts } from "./accounts";
import { demoBusinesses } from "./businesses";
import { seedBusiness } from "./seed-business";

/**
 * Fills the demo: three businesses, their people, three months of calls and appointments around `now`.
 * Does nothing where the demo's tenants exist. Public holidays must have been filled before.
 */
export async function seedDemo(
  databaseUrl: string,
  options: { secrets: DemoSecrets; now: Date },
): Promise<void> {
  const db = connect(databaseUrl, 4);
  try {
    const slugs = demoBusinesses.map((business) => business.slug);
    const existing = await db.select({ id: tenants.id }).from(tenants).where(inArray(tenants.slug, slugs));
    if (existing.length > 0) return;
    const holidays = await db.select().from(publicHolidays);
    const isHoliday = new Set(holidays.map((row) => `${row.federalState} ${row.day}`));
    // All or nothing: a start that was interrupted finds no half-filled demo.
    await db.transaction(async (tx) => {
      const tenantIds = new Map<string, string>();
      for (const business of demoBusinesses) {
        tenantIds.set(business.slug, await seedBusiness(tx, business, { ...options, isHoliday }));
      }
      await seedAccounts(tx, options.secrets, tenantIds);
    });
  } finally {
    await db.$client.end();
  }
}

async function seedAccounts(
  db: Queryable,
  secrets: DemoSecrets,
  tenantIds: Map<string, string>,
): Promise<void> {
  for (const account of demoAccounts) {
    const password = secrets.passwords[account.email];
    if (!password) throw new Error(`no password for ${account.email}`);
    await db.insert(users).values({
      name: account.name,
      email: account.email,
      password: await hash(password),
      tenantId: account.tenant ? tenantIds.get(account.tenant) : null,
      role: account.role,
      locale: account.locale ?? "de",
    });
  }
}
