import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { doorFor } from "@/server/auth/door";
import { events, webhookInbox } from "@/server/db/schema";
import { createBusiness, createTenant, platformContext } from "@/test/factories";
import { createPerson, signedIn } from "@/test/people";
import { inboxOf, messagesOf, phoneCall, post } from "@/test/retell";
import { voiceCall } from "@/test/voice";
import type { PlatformContext } from "../_core/context";
import { acceptInvitation } from "../invitations/accept-invitation";
import { createTenant as createTenantVerb } from "./create-tenant";
import { leaveTenant } from "./leave-tenant";
import { reactivateTenant } from "./reactivate-tenant";
import { suspendTenant } from "./suspend-tenant";

async function adminContext(): Promise<PlatformContext> {
  const { id } = await createPerson(null, "platform_admin");
  return platformContext({ type: "user", userId: id, role: "platform_admin" });
}

let count = 0;
const wish = () => {
  const mark = `${Date.now().toString(36)}-${count++}`;
  return {
    name: "Praxis Neu",
    kind: "medical" as const,
    slug: `praxis-${mark}`,
    ownerEmail: `${mark}@example.test`,
  };
};

const typesOf = async (ctx: PlatformContext, tenantId: string, type: string) =>
  ctx.db
    .select({ actor: events.actor, data: events.data })
    .from(events)
    .where(and(eq(events.tenantId, tenantId), eq(events.type, type as "tenant.left")))
    .orderBy(asc(events.id));

describe("a new business", () => {
  test("is entered by its owner over the link, and by nobody else", async () => {
    const ctx = await adminContext();
    const form = wish();
    const { tenant, invitation } = await createTenantVerb(ctx, form);
    const token = invitation.link.split("/").at(-1) ?? "";
    const account = { token, name: "Erika Neu", password: "ein langes Passwort", locale: "de" as const };
    expect(await acceptInvitation(ctx, account)).toBe(form.ownerEmail);
    await expect(acceptInvitation(ctx, account)).rejects.toMatchObject({ code: "invitation.not_found" });
    expect(await typesOf(ctx, tenant.id, "tenant.created")).toMatchObject([{ actor: ctx.actor }]);
  });

  test.each(["platform", "api", "suspended", "sign-in"])("never gets the address %s", async (slug) => {
    const created = createTenantVerb(await adminContext(), { ...wish(), slug });
    await expect(created).rejects.toMatchObject({
      code: "tenant.slug_taken",
      details: { fields: { slug: "slug_taken" } },
    });
  });

  test("is not made at all where its address is taken", async () => {
    const ctx = await adminContext();
    const form = wish();
    await createTenantVerb(ctx, form);
    const again = createTenantVerb(ctx, { ...wish(), slug: form.slug });
    await expect(again).rejects.toMatchObject({ code: "tenant.slug_taken" });
  });

  test("is not an owner's to create", async () => {
    const { id } = await createPerson((await createTenant()).tenant.id, "owner");
    const owner = platformContext({ type: "user", userId: id, role: "owner" });
    await expect(createTenantVerb(owner, wish())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a suspended business", () => {
  test("is closed to its people, says so on the phone, loses nothing, and opens again", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const tenantId = ctx.tenant.id;
    const admin = await adminContext();
    const owner = await signedIn(await createPerson(tenantId, "owner"));
    const enter = () => doorFor(owner, ctx.tenant.slug, ctx.db).tenant();
    await suspendTenant(admin, { tenantId, reason: "Rechnung offen" });
    await expect(enter()).rejects.toMatchObject({ code: "tenant.suspended" });

    const { ended } = messagesOf(phoneCall(phoneNumber));
    await post(ended);
    expect(await inboxOf(tenantId)).toMatchObject([{ status: "received" }]);
    const asked = await voiceCall({ toNumber: phoneNumber }).ask("list_services");
    expect(asked).toMatchObject({ success: false, code: "tenant.suspended" });

    await expect(suspendTenant(admin, { tenantId, reason: "nochmal" })).rejects.toMatchObject({
      code: "tenant.already_suspended",
    });
    await reactivateTenant(admin, { tenantId });
    expect((await enter()).tenant.id).toBe(tenantId);
    expect(await ctx.db.select().from(webhookInbox).where(eq(webhookInbox.tenantId, tenantId))).toHaveLength(
      1,
    );
    expect(await typesOf(admin, tenantId, "tenant.suspended")).toMatchObject([
      { actor: admin.actor, data: { reason: "Rechnung offen" } },
    ]);
  });

  test("is entered by the operator all the same", async () => {
    const { tenant, db } = await createTenant();
    await suspendTenant(await adminContext(), { tenantId: tenant.id, reason: "x" });
    const admin = await signedIn(await createPerson(null, "platform_admin"));
    expect((await doorFor(admin, tenant.slug, db).tenant()).tenant.id).toBe(tenant.id);
  });
});

test("who left a business is noted anew when they come back, and leaving twice is leaving once", async () => {
  const { tenant, db } = await createTenant();
  const user = await signedIn(await createPerson(null, "platform_admin"));
  const admin = platformContext({ type: "user", userId: user.userId, role: "platform_admin" });
  const enter = () => doorFor(user, tenant.slug, db).tenant();
  const leave = () => leaveTenant(admin, { sessionId: user.sessionId, slug: tenant.slug });
  await enter();
  await enter();
  await leave();
  await leave();
  await enter();
  expect(await typesOf(admin, tenant.id, "tenant.entered")).toHaveLength(2);
  expect(await typesOf(admin, tenant.id, "tenant.left")).toHaveLength(1);
});
