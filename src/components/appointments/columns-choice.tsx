"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "../ui/native-select";
import type { ColumnKind } from "./address";
import { useColumnsBy } from "./columns-by";

/** For the desk: the phone shows one column, and its filters say whose. */
export function ColumnsChoice() {
  const t = useTranslations("appointments.columnsBy");
  const { by, kinds, choose } = useColumnsBy();
  if (kinds.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t("label")}
      className="w-40 max-md:hidden"
      value={by}
      onValueChange={(kind) => choose(kind as ColumnKind)}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(kind)}
        </option>
      ))}
    </NativeSelect>
  );
}
