import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openInvitation, takeUpInvitation } from "@/server/auth/invitation";
import { events, invitations, users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant } from "@/test/factories";
import { createPerson } from "@/test/people";
import { checkCredentials } from "../users/check-credentials";
import { findInvitation } from "./find-invitation";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";

const db = testDatabase();
const someone = () => `${randomUUID()}@example.test`;
const address = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join(".")}`;
const tokenOf = ({ link }: { link: string }) => link.slice(link.lastIndexOf("/") + 1);

const account = { name: "Ada Lovelace", password: "a good password", locale: "de" as const };
const accept = (token: string) => takeUpInvitation(randomUUID(), { ...account, token }, address(), db);
const gone = { code: "invitation.not_found" };

async function ownerOf() {
  const ctx = await createTenant();
  const { id } = await createPerson(ctx.tenant.id, "owner");
  return as(ctx, { type: "user", userId: id, role: "owner" });
}

describe("an invitation", () => {
  test("becomes an account of its business and role, once", async () => {
    const ctx = await ownerOf();
    const email = someone();
    const token = tokenOf(await inviteMember(ctx, { email: ` ${email.toUpperCase()}`, role: "manager" }));
    expect(await openInvitation(token, address(), db)).toMatchObject({ email, role: "manager" });
    expect(await accept(token)).toBe(email);
    expect(await checkCredentials(db, { email, password: account.password })).toMatchObject({
      tenantId: ctx.tenant.id,
      role: "manager",
    });
    await expect(accept(token)).rejects.toMatchObject(gone);
    expect(await listInvitations(ctx)).toEqual([]);
  });

  test("makes one account, however many take it up at once", async () => {
    const ctx = await ownerOf();
    const token = tokenOf(await inviteMember(ctx, { email: someone(), role: "staff" }));
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => accept(token)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const people = await db.select().from(users).where(eq(users.tenantId, ctx.tenant.id));
    expect(people).toHaveLength(2);
  });

  test("answers the same whether its link is wrong, expired, withdrawn or replaced", async () => {
    const ctx = await ownerOf();
    const invite = () => inviteMember(ctx, { email: someone(), role: "staff" });
    const [expired, withdrawn, replaced] = [await invite(), await invite(), await invite()];
    await db
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(invitations.id, expired.invitationId));
    await revokeInvitation(ctx, withdrawn);
    const renewed = await renewInvitation(ctx, replaced);
    for (const token of ["wrong", tokenOf(expired), tokenOf(withdrawn), tokenOf(replaced)]) {
      expect(await findInvitation(db, token)).toBeUndefined();
      await expect(accept(token)).rejects.toMatchObject(gone);
    }
    await accept(tokenOf(renewed));
    await accept(tokenOf(await renewInvitation(ctx, expired)));
    await expect(renewInvitation(ctx, withdrawn)).rejects.toMatchObject(gone);
  });

  test("is kept as a hash, and its address stays out of the audit trail", async () => {
    const ctx = await ownerOf();
    const email = someone();
    const invitation = await inviteMember(ctx, { email, role: "staff" });
    await accept(tokenOf(invitation));
    const [row] = await db.select().from(invitations).where(eq(invitations.id, invitation.invitationId));
    expect(JSON.stringify(row)).not.toContain(tokenOf(invitation));
    const trail = await db
      .select({ type: events.type, data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), like(events.type, "invitation.%")));
    expect(trail.map(({ type }) => type)).toEqual(["invitation.created", "invitation.accepted"]);
    expect(JSON.stringify(trail)).not.toContain(email);
  });

  test("goes to nobody who is here already or was asked already", async () => {
    const ctx = await ownerOf();
    const { email } = await createPerson(ctx.tenant.id, "staff");
    await expect(inviteMember(ctx, { email, role: "staff" })).rejects.toMatchObject({
      code: "invitation.already_member",
    });
    const asked = { email: someone(), role: "staff" as const };
    const attempts = await Promise.allSettled([1, 2, 3].map(() => inviteMember(ctx, asked)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("tells only whoever holds the link that the address has an account elsewhere", async () => {
    const ctx = await ownerOf();
    const elsewhere = await createPerson((await createTenant()).tenant.id, "staff");
    const token = tokenOf(await inviteMember(ctx, { email: elsewhere.email, role: "staff" }));
    await expect(accept(token)).rejects.toMatchObject({ code: "user.email_taken" });
    expect(await findInvitation(db, token)).toBeDefined();
  });

  test("cannot be guessed for long from one address; others still come in", async () => {
    const ctx = await ownerOf();
    const token = tokenOf(await inviteMember(ctx, { email: someone(), role: "staff" }));
    const guesser = address();
    for (let i = 0; i < 20; i++) await openInvitation(`guess-${i}`, guesser, db);
    await expect(openInvitation(token, guesser, db)).rejects.toMatchObject({ code: "auth.rate_limited" });
    const visitor = address();
    for (let i = 0; i < 25; i++) expect(await openInvitation(token, visitor, db)).toBeDefined();
  });

  test("is an owner's to give, never a manager's", async () => {
    const ctx = await ownerOf();
    const manager = as(ctx, { type: "user", userId: 1, role: "manager" });
    await expect(inviteMember(manager, { email: someone(), role: "viewer" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
