import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { Section } from "../../section";
import { CustomerLine } from "../customer-line";

/** The first people of the file as they would be written. */
export function SampleRows({ rows }: { rows: Outputs["customers"]["previewImport"]["sample"] }) {
  const t = useTranslations("customers.import");
  return (
    <Section title={t("sample")}>
      <ul>
        {rows.map((row) => (
          <li key={row.line} className="border-b py-2 last:border-b-0">
            <CustomerLine customer={{ ...row, name: row.name || null }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
