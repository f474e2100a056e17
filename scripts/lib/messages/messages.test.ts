import { describe, expect, test } from "vitest";
import { collectUsage } from "./collect-usage";
import { compareLanguages, compareUsage, flatten } from "./compare-messages";

const messages = flatten({
  today: { title: "Heute", open: "Offen" },
  terms: { status: { a: "A", b: "B" }, role: { x: "X" } },
});

describe("two languages", () => {
  test("have the same keys", () => {
    const problems = compareLanguages(flatten({ a: "1", b: "2" }), flatten({ b: "2", c: "3" }));
    expect(problems).toEqual(["a: missing in English", "c: missing in German"]);
  });

  test("expect the same values", () => {
    const de = flatten({
      a: "{name} am {day}",
      b: "{count, plural, one {# Tag} other {# Tage}}",
      c: "<b>ja</b>",
    });
    expect(
      compareLanguages(
        de,
        flatten({ a: "{day}: {name}", b: "{count, plural, one {day} other {# days}}", c: "<b>yes</b>" }),
      ),
    ).toEqual([]);
    expect(
      compareLanguages(de, flatten({ a: "{name}", b: "{n, plural, other {#}}", c: "yes" })),
    ).toHaveLength(3);
  });
});

describe("what the code asks for", () => {
  test("is found by variable and scope", () => {
    const usage = collectUsage(
      "page.tsx",
      `function A() { const t = useTranslations("today"); return <p>{t("title")}{t.rich("open", {})}</p>; }
       async function B() { const t = await getTranslations({ namespace: "terms.role" }); return t(last ? "x" : "y"); }`,
    );
    expect(usage.keys).toEqual(["today.title", "today.open", "terms.role.x", "terms.role.y"]);
    expect(usage.patterns).toEqual([]);
  });

  test("a key that is not written, and a text nobody asks for, are both named", () => {
    const usage = collectUsage("a.tsx", `const t = useTranslations("today"); t("title"); t("titel");`);
    expect(compareUsage(messages, [usage])).toEqual([
      "today.titel: asked for in the code, but not written",
      "today.open: written, but nobody asks for it",
      "terms.status.a: written, but nobody asks for it",
      "terms.status.b: written, but nobody asks for it",
      "terms.role.x: written, but nobody asks for it",
    ]);
  });

  test("keys put together at run time count by what is written of them", () => {
    const usage = collectUsage(
      "a.tsx",
      `const t = useTranslations(); t("today.title"); t("today.open");
       const terms = useTranslations("terms"); terms(\`status.\${status}\`); label(terms2);
       const terms2 = useTranslations("terms.role");`,
    );
    expect(compareUsage(messages, [usage])).toEqual([]);
  });
});
