"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportMapping } from "@/contracts/customer-import";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { PageHeader } from "../../page-header";
import { Button } from "../../ui/button";
import { useErrorMessage } from "../../use-error-message";
import { ChooseFile } from "./choose-file";
import { ColumnMapping } from "./column-mapping";
import { ImportReport } from "./import-report";
import { SampleRows } from "./sample-rows";

/** File, columns, a look at what would happen, and then it does. Nothing is written before the last step. */
export function ImportCustomers() {
  const t = useTranslations("customers.import");
  const customers = useTranslations("customers");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { slug } = useBusiness();
  const message = useErrorMessage();
  const [file, setFile] = useState<{ name: string; text: string }>();
  const [found, setFound] = useState<Outputs["customers"]["previewImport"]>();
  const preview = useMutation(trpc.customers.previewImport.mutationOptions());
  const run = useMutation(
    trpc.customers.import.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    }),
  );
  const choose = (chosen: { name: string; text: string }) => {
    setFile(chosen);
    setFound(undefined);
    run.reset();
    preview.mutate({ text: chosen.text }, { onSuccess: setFound });
  };
  /** What is on the page stays until the answer is there, so that nobody is torn from the list they choose in. */
  const remap = (mapping: ImportMapping) => {
    if (!file || !found) return;
    setFound({ ...found, mapping });
    preview.mutate({ text: file.text, mapping }, { onSuccess: setFound });
  };
  const failure = preview.error ?? run.error;
  const coming = found ? found.report.created + found.report.filled : 0;
  const named =
    found !== undefined &&
    (["name", "firstName", "lastName"] as const).some((field) => found.mapping[field] !== undefined);
  return (
    <>
      <Link
        href={`/${slug}/customers`}
        className="-mt-2 mb-2 inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {customers("title")}
      </Link>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex max-w-3xl flex-col gap-9">
        <ChooseFile name={file?.name} onChoose={choose} pending={preview.isPending && !found} />
        <p role="alert" className="text-danger-text empty:hidden">
          {failure && message(failure).said}
        </p>
        {run.data && file && found && (
          <ImportReport
            done
            report={run.data}
            columns={found.columns}
            fileName={file.name}
            action={
              <Button asChild variant="primary">
                <Link href={`/${slug}/customers`}>{t("toList")}</Link>
              </Button>
            }
          />
        )}
        {found && file && !run.data && (
          <>
            <ColumnMapping columns={found.columns} mapping={found.mapping} onChange={remap} />
            {!named && <p role="status">{t("nameWanted")}</p>}
          </>
        )}
        {found && file && named && !run.data && (
          <>
            <SampleRows rows={found.sample} />
            <ImportReport
              report={found.report}
              columns={found.columns}
              fileName={file.name}
              action={
                <Button
                  variant="primary"
                  disabled={coming === 0 || run.isPending || !preview.isSuccess}
                  onClick={() => run.mutate({ text: file.text, mapping: found.mapping })}
                >
                  {run.isPending ? t("running") : t("confirm", { count: coming })}
                </Button>
              }
            />
          </>
        )}
      </div>
    </>
  );
}
