"use client";

import { CircleCheck, CircleX, Download, UserCheck, UserPen, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { byteOrderMark, csvLine } from "@/lib/csv";
import type { Outputs } from "@/trpc/client";
import { Section } from "../../section";
import { StatusMark } from "../../status-mark";
import { Button } from "../../ui/button";

interface ImportReportProps {
  report: Outputs["customers"]["import"];
  columns: Outputs["customers"]["previewImport"]["columns"];
  fileName: string;
  /** It has happened; otherwise it is what would. */
  done?: boolean;
  /** What to do now, before the lines that somebody may want to look at. */
  action: ReactNode;
}

const fewLines = 20;

export function ImportReport({ report, columns, fileName, done = false, action }: ImportReportProps) {
  const t = useTranslations("customers.import");
  const tense = done ? "done" : "preview";
  return (
    <Section title={t(`${tense}.title`)}>
      <div className="flex flex-col gap-2 py-3" role={done ? "status" : undefined}>
        {done && (
          <StatusMark icon={CircleCheck} tone="success">
            {t("done.sentence")}
          </StatusMark>
        )}
        <StatusMark icon={UserPlus} tone="success">
          {t(`${tense}.created`, { count: report.created })}
        </StatusMark>
        {report.filled > 0 && (
          <StatusMark icon={UserPen} tone="info">
            {t(`${tense}.filled`, { count: report.filled })}
          </StatusMark>
        )}
        {report.kept > 0 && (
          <StatusMark icon={UserCheck} tone="neutral">
            {t(`${tense}.kept`, { count: report.kept })}
          </StatusMark>
        )}
        {report.refused.length > 0 && (
          <StatusMark icon={CircleX} tone="danger">
            {t(`${tense}.refused`, { count: report.refused.length })}
          </StatusMark>
        )}
      </div>
      <div className="pt-1 pb-6">{action}</div>
      {report.refused.length > 0 && (
        <RefusedLines refused={report.refused} columns={columns} fileName={fileName} />
      )}
    </Section>
  );
}

function RefusedLines({
  refused,
  columns,
  fileName,
}: Pick<ImportReportProps, "columns" | "fileName"> & { refused: ImportReportProps["report"]["refused"] }) {
  const t = useTranslations("customers.import");
  const [all, setAll] = useState(false);
  const sentenceOf = (line: (typeof refused)[number]) =>
    line.reasons.map((reason) => t(`reason.${reason}`)).join(" ");
  function download() {
    const lines = refused.map((line) => csvLine([String(line.line), sentenceOf(line), ...line.cells], ";"));
    const head = csvLine([t("line"), t("why"), ...columns.map((column) => column.heading)], ";");
    const url = URL.createObjectURL(new Blob([byteOrderMark, head, ...lines], { type: "text/csv" }));
    const link = Object.assign(document.createElement("a"), {
      href: url,
      download: t("refusedFile", { name: fileName.replace(/\.\w+$/, "") }),
    });
    link.click();
    URL.revokeObjectURL(url);
  }
  const shown = all ? refused : refused.slice(0, fewLines);
  return (
    <>
      <ul aria-label={t("refusedLines")}>
        {shown.map((line) => (
          <li key={line.line} className="border-t py-2.5">
            <p>
              <span className="font-medium tabular-nums">{t("lineNumber", { line: line.line })}</span>{" "}
              {sentenceOf(line)}
            </p>
            <p className="truncate text-muted-foreground text-table">
              {line.cells.filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button size="small" onClick={download}>
          <Download />
          {t("downloadRefused")}
        </Button>
        {refused.length > shown.length && (
          <Button size="small" variant="ghost" onClick={() => setAll(true)}>
            {t("showAll", { count: refused.length })}
          </Button>
        )}
      </div>
    </>
  );
}
