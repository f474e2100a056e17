import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mostImportLines } from "@/contracts/import-fields";
import { customers, events } from "@/server/db/schema";
import { as, createTenant } from "@/test/factories";
import type { TenantContext } from "../../_core/context";
import { createCustomer } from "../create-customer";
import { searchCustomers } from "../search-customers";
import { importCustomers } from "./import-customers";
import { previewImport } from "./preview-import";

const rowsOf = (ctx: TenantContext) =>
  ctx.db
    .select({
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      birthdate: customers.birthdate,
      notes: customers.notes,
    })
    .from(customers)
    .where(eq(customers.tenantId, ctx.tenant.id))
    .orderBy(customers.id);

const file = [
  "Nachname;Vorname;Handy;E-Mail;Geb.-Datum;Bemerkung",
  "Maier;Anna;0171/1234567;ANNA@example.test;17.3.80;Hund",
  '"Müller; Groß";Jürgen;;j.mueller@example.test;;"zwei',
  'Zeilen"',
  "Klein;Bea;12;bea@;31.2.1990;",
  ";;0171 7654321;;;",
  "Ohne;Alles;;;;",
  "Maier;Tom;+49 171 1234567;;;",
].join("\r\n");

test("a file as Excel writes it is understood, and every refused line says why", async () => {
  const ctx = await createTenant();
  const preview = await previewImport(ctx, { text: file });
  expect(preview.mapping).toEqual({ lastName: 0, firstName: 1, phone: 2, email: 3, birthdate: 4, notes: 5 });
  expect(await rowsOf(ctx)).toEqual([]);
  const report = await importCustomers(ctx, { text: file });
  expect(report).toEqual(preview.report);
  expect(report).toMatchObject({ created: 2, filled: 0, kept: 0 });
  expect(report.refused.map(({ line, reasons }) => [line, reasons])).toEqual([
    [5, ["phone_invalid", "email_invalid", "birthdate_invalid"]],
    [6, ["name_missing"]],
    [7, ["unrecognisable"]],
    [8, ["repeated"]],
  ]);
  expect(await rowsOf(ctx)).toEqual([
    {
      name: "Anna Maier",
      phone: "+491711234567",
      email: "anna@example.test",
      birthdate: "1980-03-17",
      notes: "Hund",
    },
    {
      name: "Jürgen Müller; Groß",
      phone: null,
      email: "j.mueller@example.test",
      birthdate: null,
      notes: "zwei\nZeilen",
    },
  ]);
  expect((await searchCustomers(ctx, "Mayer")).rows).toHaveLength(1);
});

test("the same file again changes nothing", async () => {
  const ctx = await createTenant();
  await importCustomers(ctx, { text: file });
  const before = await rowsOf(ctx);
  expect(await importCustomers(ctx, { text: file })).toMatchObject({ created: 0, filled: 0, kept: 2 });
  expect(await rowsOf(ctx)).toEqual(before);
  const imported = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "customer.imported")));
  expect(imported).toHaveLength(1);
});

test("of somebody known only gaps are filled, and a number of somebody else is refused", async () => {
  const ctx = await createTenant();
  await createCustomer(ctx, { name: "Anna Meier", phone: "+491711234567", notes: "Katze" });
  await createCustomer(ctx, { name: "Jan Schulze", email: "jan@example.test" });
  const text = [
    "Name,Telefon,Mail,Geburtsdatum,Notiz",
    "Anna Maier,0171 1234567,anna@example.test,1980-03-17,Hund",
    "Bea Klein,,jan@example.test,,",
    "Anna Maier,+491711234567,jan@example.test,,",
  ].join("\n");
  const report = await importCustomers(ctx, { text });
  expect(report).toMatchObject({ created: 0, filled: 1, kept: 0 });
  expect(report.refused.map((line) => line.reasons)).toEqual([["email_taken"], ["repeated"]]);
  expect((await rowsOf(ctx))[0]).toEqual({
    name: "Anna Meier",
    phone: "+491711234567",
    email: "anna@example.test",
    birthdate: "1980-03-17",
    notes: "Katze",
  });
});

test("a number of one and an address of another are not mixed", async () => {
  const ctx = await createTenant();
  await createCustomer(ctx, { name: "Anna Maier", phone: "+491711234567" });
  await createCustomer(ctx, { name: "Anna Maier", email: "anna@example.test" });
  const text = "Name;Telefon;E-Mail\nAnna Maier;01711234567;anna@example.test";
  const { refused } = await importCustomers(ctx, { text });
  expect(refused.map((line) => line.reasons)).toEqual([["contact_conflict"]]);
});

test("without number and address, name and birthdate recognise somebody", async () => {
  const ctx = await createTenant();
  const text = "Name\tGeburtsdatum\nMaier, Anna\t17.03.1980";
  expect(await importCustomers(ctx, { text })).toMatchObject({ created: 1 });
  const again = "Name\tGeburtsdatum\nAnna Maier\t17. März 1980";
  expect(await importCustomers(ctx, { text: again })).toMatchObject({ created: 0, kept: 1 });
});

test("the same person twice in one file, known by name and birthdate alone, is one customer", async () => {
  const ctx = await createTenant();
  const text = "Name;Geburtsdatum\nMaier, Anna;17.3.80\nAnna Maier;17.03.1980\nAnna Maier;1.1.1990";
  const report = await importCustomers(ctx, { text });
  expect(report.created).toBe(2);
  expect(report.refused.map(({ line, reasons }) => [line, reasons])).toEqual([[3, ["person_repeated"]]]);
});

test("numbers that a spreadsheet shortened are understood, one without an area code is refused", async () => {
  const ctx = await createTenant();
  const phones = ["1761234567", "491761234568", "3012345678", "4567890", "(0761) 4567890"];
  const text = ["Name;Telefon", ...phones.map((phone, i) => `Person ${i};${phone}`)].join("\n");
  const report = await importCustomers(ctx, { text });
  expect(report.refused.map(({ line, reasons }) => [line, reasons])).toEqual([[5, ["area_code_missing"]]]);
  expect((await rowsOf(ctx)).map((row) => row.phone)).toEqual([
    "+491761234567",
    "+491761234568",
    "+493012345678",
    "+497614567890",
  ]);
});

test("a line whose fields have slipped into other columns is refused", async () => {
  const ctx = await createTenant();
  const text = `Name,Telefon,Notiz\nAnna Maier,0171 1234567,Hund, Katze\nBea Klein,0171 1234568${",".repeat(40)}`;
  const report = await importCustomers(ctx, { text });
  expect(report.refused.map(({ line, reasons }) => [line, reasons])).toEqual([[2, ["too_many_cells"]]]);
  expect(await rowsOf(ctx)).toMatchObject([{ name: "Bea Klein" }]);
});

test("a file without headings loses nobody: its first line is a person", async () => {
  const ctx = await createTenant();
  const text = "Anna Maier;0171 1234567\nBea Klein;0171 1234568";
  expect((await previewImport(ctx, { text })).columns).toEqual([
    { heading: "", example: "Anna Maier" },
    { heading: "", example: "0171 1234567" },
  ]);
  expect(await importCustomers(ctx, { text, mapping: { name: 0, phone: 1 } })).toMatchObject({ created: 2 });
});

test("the mapping that was chosen counts, not the headings", async () => {
  const ctx = await createTenant();
  const text = "A;B\n0171 1234567;Anna Maier";
  expect((await previewImport(ctx, { text })).report.refused).toHaveLength(1);
  await importCustomers(ctx, { text, mapping: { phone: 0, name: 1 } });
  expect((await rowsOf(ctx))[0]).toMatchObject({ name: "Anna Maier", phone: "+491711234567" });
});

test("a customer who calls while the import runs does not break it", async () => {
  const ctx = await createTenant();
  const lines = Array.from({ length: 60 }, (_, i) => `Person ${i};0171 ${1_000_000 + i}`);
  const [report] = await Promise.all([
    importCustomers(ctx, { text: ["Name;Telefon", ...lines].join("\n") }),
    ...Array.from({ length: 20 }, (_, i) =>
      createCustomer(ctx, { name: `Person ${i * 3}`, phone: `+49171${1_000_000 + i * 3}` }).catch(
        () => undefined,
      ),
    ),
  ]);
  expect(report.refused).toEqual([]);
  expect(report.created + report.kept + report.filled).toBe(60);
  expect(await rowsOf(ctx)).toHaveLength(60);
});

test.each([
  ["import.empty", "Name;Telefon"],
  ["import.empty", ""],
  ["import.unreadable", 'Name;Telefon\n"Anna;0171 1234567'],
  ["import.too_long", `Name\n${"x\n".repeat(mostImportLines + 1)}`],
])("%s is said before anything is written", async (code, text) => {
  const ctx = await createTenant();
  await expect(importCustomers(ctx, { text })).rejects.toMatchObject({ code, kind: "invalid" });
  expect(await rowsOf(ctx)).toEqual([]);
});

test("whoever may only read imports nobody", async () => {
  const viewer = as(await createTenant(), { type: "user", userId: 1, role: "viewer" });
  await expect(importCustomers(viewer, { text: file })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(previewImport(viewer, { text: file })).rejects.toMatchObject({ kind: "forbidden" });
});
