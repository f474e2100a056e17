"use client";

import { FileDown } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { byteOrderMark, csvLine } from "@/lib/csv";
import { Button } from "../ui/button";
import type { CallRow } from "./use-call-columns";

/** The selected calls as a file for a spreadsheet: semicolons for a German Excel, commas elsewhere. */
export function ExportSelection({ rows }: { rows: readonly CallRow[] }) {
  const t = useTranslations("calls");
  const common = useTranslations("common");
  const terms = useTranslations("terms.outcome");
  const format = useFormatter();
  const delimiter = useLocale() === "de" ? ";" : ",";
  const cellsOf = (call: CallRow) => [
    format.dateTime(call.startTimestamp, {
      timeZone: call.timeZone,
      dateStyle: "medium",
      timeStyle: "short",
    }),
    call.customerName,
    call.fromNumber ?? common("anonymous"),
    call.reason,
    call.outcome && terms(call.outcome),
    call.durationSec === null ? null : String(call.durationSec),
    format.number(call.bookedCents / 100, { minimumFractionDigits: 2, useGrouping: false }),
  ];
  const save = () => {
    const head = ["time", "caller", "number", "reason", "outcome", "seconds", "valueEur"] as const;
    const lines = [head.map((name) => t(`column.${name}`)), ...rows.map(cellsOf)].map((cells) =>
      csvLine(cells, delimiter),
    );
    const url = URL.createObjectURL(new Blob([byteOrderMark, ...lines], { type: "text/csv" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: t("exportFile") });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button size="small" onClick={save}>
      <FileDown />
      {common("table.export")}
    </Button>
  );
}
