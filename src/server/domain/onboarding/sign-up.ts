import { like } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { signUpForm } from "@/contracts/onboarding";
import { kindOfTrade } from "@/contracts/trades";
import { env } from "@/env";
import { slugOf } from "@/lib/slug";
import { isDuplicateKey } from "@/server/db/errors";
import { setups, tenants, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { startSession } from "../sessions/start-session";
import { checkCredentials } from "../users/check-credentials";
import { hashPassword } from "../users/password";
import { firstFreeSlug } from "./business-slug";

interface SignUp extends z.input<typeof signUpForm> {
  locale: "de" | "en";
  userAgent: string | null;
  ipAddress: string | null;
}

export const isSignUpOpen = () => env.SIGN_UP === "open";

/**
 * A new business with its owner, signed in at once: all of it or nothing. Without mail the address cannot be proven
 * first, so success alone tells that it was unknown; the refusal tells only who has the password that it is known.
 * @throws DomainError `sign_up.closed`, `sign_up.known` after the right password, else `sign_up.refused`
 */
export async function signUp(ctx: Pick<PlatformContext, "db" | "requestId">, input: SignUp) {
  if (!isSignUpOpen()) throw new DomainError("sign_up.closed", "forbidden");
  const form = signUpForm.parse(input);
  // Known or not, the answer takes the time of two hashes.
  const known = await checkCredentials(ctx.db, form);
  const password = await hashPassword(form.password);
  if (known) throw new DomainError("sign_up.known", "conflict");
  for (;;) {
    try {
      return await transact(ctx.db, (tx) => createBusiness(ctx, tx, { ...input, ...form, password }));
    } catch (error) {
      if (isDuplicateKey(error, "users_email_uq")) throw new DomainError("sign_up.refused", "conflict");
      // Somebody took the slug in the same moment; the next look finds it taken.
      if (!isDuplicateKey(error, "tenants_slug_uq")) throw error;
    }
  }
}

async function createBusiness(
  ctx: Pick<PlatformContext, "db" | "requestId">,
  tx: Transaction,
  { businessName, trade, name, email, password, locale, userAgent, ipAddress }: SignUp,
): Promise<{ slug: string; sessionId: string }> {
  const tenantId = uuidv7();
  const slug = await findFreeSlug(tx, businessName);
  await tx.insert(tenants).values({ id: tenantId, name: businessName, slug, kind: kindOfTrade[trade] });
  await tx.insert(setups).values({ tenantId, trade, steps: {} });
  const owner = { tenantId, role: "owner" } as const;
  const [user] = await tx
    .insert(users)
    .values({ ...owner, name, email, password, locale })
    .$returningId();
  if (!user) throw new Error("the new user has no id");
  const actor = { type: "user", userId: user.id, role: owner.role } as const;
  const source = { tenantId, actor, requestId: ctx.requestId };
  await appendEvent(tx, source, "tenant.created", null, {});
  await appendEvent(tx, source, "user.created", user.id, { userId: user.id, role: owner.role });
  const sessionId = await startSession(within(ctx, tx), { id: user.id, ...owner }, { userAgent, ipAddress });
  return { slug, sessionId };
}

async function findFreeSlug(tx: Transaction, businessName: string): Promise<string> {
  const wish = slugOf(businessName);
  const rows = await tx
    .select({ slug: tenants.slug })
    .from(tenants)
    .where(like(tenants.slug, `${wish}%`));
  return firstFreeSlug(wish, new Set(rows.map(({ slug }) => slug)));
}
