"use client";

import { useTranslations } from "next-intl";
import type { ImportMapping } from "@/contracts/customer-import";
import { type ImportField, importFields } from "@/contracts/import-fields";
import type { Outputs } from "@/trpc/client";
import { Section } from "../../section";
import { NativeSelect } from "../../ui/native-select";

interface ColumnMappingProps {
  columns: Outputs["customers"]["previewImport"]["columns"];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

const nothing = "nothing";

/** What each column of the file holds. */
export function ColumnMapping({ columns, mapping, onChange }: ColumnMappingProps) {
  const t = useTranslations("customers.import");
  const fieldOf = (column: number) => importFields.find((field) => mapping[field] === column);
  function assign(column: number, field: ImportField | undefined) {
    const others = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field);
    onChange({ ...Object.fromEntries(others), ...(field && { [field]: column }) });
  }
  return (
    <Section title={t("columns")}>
      <ul>
        {columns.map(({ heading, example }, column) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a file's columns keep their places, and headings repeat
            key={column}
            className="grid grid-cols-1 items-center gap-x-6 gap-y-2 border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_14rem]"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">
                {heading || t("unnamedColumn", { n: column + 1 })}
              </span>
              <span className="block truncate text-muted-foreground text-table">
                {example === null ? t("emptyColumn") : t("example", { text: example })}
              </span>
            </span>
            <NativeSelect
              aria-label={t("holds", { column: heading || String(column + 1) })}
              value={fieldOf(column) ?? nothing}
              onValueChange={(value) =>
                assign(
                  column,
                  importFields.find((field) => field === value),
                )
              }
            >
              <option value={nothing}>{t("skip")}</option>
              {importFields.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field}`)}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
    </Section>
  );
}
