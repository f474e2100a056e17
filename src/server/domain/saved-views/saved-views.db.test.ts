import { describe, expect, test } from "vitest";
import type { Role } from "@/contracts/permissions";
import { mostOwnViews } from "@/contracts/view-lists";
import { as, createTenant } from "@/test/factories";
import { createPerson } from "@/test/people";
import type { TenantContext } from "../_core/context";
import { changeSavedView } from "./change-saved-view";
import { createSavedView } from "./create-saved-view";
import { deleteSavedView } from "./delete-saved-view";
import { listSavedViews } from "./list-saved-views";

async function person(ctx: TenantContext, role: Role) {
  const { id } = await createPerson(ctx.tenant.id, role);
  return as(ctx, { type: "user", userId: id, role });
}

const missed = {
  list: "calls",
  name: "Verpasst",
  query: "outcome=hung_up,unresolved",
  shared: false,
} as const;
const namesFor = async (ctx: TenantContext) =>
  (await listSavedViews(ctx, { list: "calls" })).map(({ name }) => name);

describe("a saved view", () => {
  test("is seen by whoever keeps it, and by colleagues once it is shared", async () => {
    const ctx = await createTenant();
    const [ada, ben] = [await person(ctx, "staff"), await person(ctx, "staff")];
    const { id } = await createSavedView(ada, missed);
    expect(await namesFor(ada)).toEqual(["Verpasst"]);
    expect(await namesFor(ben)).toEqual([]);
    await changeSavedView(ada, { viewId: id, shared: true });
    expect(await listSavedViews(ben, { list: "calls" })).toMatchObject([
      { id, query: missed.query, isMine: false, mayChange: false },
    ]);
    expect(await listSavedViews(ben, { list: "customers" })).toEqual([]);
  });

  test("is changed and deleted by whoever made it, or, once shared, by whoever runs the business", async () => {
    const ctx = await createTenant();
    const [ada, ben, boss] = [
      await person(ctx, "staff"),
      await person(ctx, "staff"),
      await person(ctx, "manager"),
    ];
    const { id } = await createSavedView(ada, missed);
    const notThere = { code: "saved_view.not_found" };
    for (const stranger of [ben, boss])
      await expect(changeSavedView(stranger, { viewId: id, name: "Meins" })).rejects.toMatchObject(notThere);
    await changeSavedView(ada, { viewId: id, shared: true });
    await expect(deleteSavedView(ben, { viewId: id })).rejects.toMatchObject({
      code: "saved_view.not_yours",
    });
    await changeSavedView(boss, { viewId: id, name: "Nicht erreicht" });
    expect(await namesFor(ben)).toEqual(["Nicht erreicht"]);
    await deleteSavedView(boss, { viewId: id });
    expect(await namesFor(ada)).toEqual([]);
  });

  test("has a name that its owner has once per list, and there are only so many", async () => {
    const ctx = await createTenant();
    const ada = await person(ctx, "staff");
    await createSavedView(ada, missed);
    await createSavedView(ada, { ...missed, list: "callbacks" });
    await expect(createSavedView(ada, missed)).rejects.toMatchObject({ code: "saved_view.name_taken" });
    const { id } = await createSavedView(ada, { ...missed, name: "Zweite" });
    await expect(changeSavedView(ada, { viewId: id, name: "Verpasst" })).rejects.toMatchObject({
      code: "saved_view.name_taken",
    });
    for (let i = 2; i < mostOwnViews; i++) await createSavedView(ada, { ...missed, name: `Nr. ${i}` });
    await expect(createSavedView(ada, { ...missed, name: "Zu viel" })).rejects.toMatchObject({
      code: "saved_view.too_many",
    });
  });

  test("is an address of its list and leads nowhere else", async () => {
    const ada = await person(await createTenant(), "staff");
    for (const query of ["/../settings", "a=1#b", "?a=1", "a b", "\\\\evil.test"])
      await expect(createSavedView(ada, { ...missed, query })).rejects.toThrow();
  });

  test("is kept by nobody who only looks; they open what is shared", async () => {
    const ctx = await createTenant();
    await createSavedView(await person(ctx, "staff"), { ...missed, shared: true });
    const viewer = await person(ctx, "viewer");
    expect(await listSavedViews(viewer, { list: "calls" })).toMatchObject([{ mayChange: false }]);
    await expect(createSavedView(viewer, missed)).rejects.toMatchObject({ code: "forbidden" });
  });
});
