"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "@/components/form/form-sheet";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { useErrorToast } from "@/components/use-error-toast";
import { type Outputs, useTRPC } from "@/trpc/client";
import { platformTimeZone } from "../platform-time-zone";

const SuspendForm = dynamic(() => import("./suspend-form").then((module) => module.SuspendForm));

/** Whether the business is open, why not, and the way to the other. */
export function Suspension({ tenant }: { tenant: Outputs["platform"]["tenant"] }) {
  const t = useTranslations("platform.suspension");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const reactivate = useMutation(
    trpc.platform.reactivateTenant.mutationOptions({
      onSuccess: () => toast.success(t("reactivated")),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.pathFilter()),
    }),
  );
  const { suspendedAt, suspensionReason } = tenant;
  return (
    <Section title={t("title")} className="mt-9 max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
        {tenant.status === "suspended" ? (
          <>
            <div className="min-w-0 flex-1 basis-72">
              <p className="wrap-anywhere">{suspensionReason}</p>
              {suspendedAt && (
                <p className="text-muted-foreground text-table">
                  {t.rich("since", {
                    time: () => <Time value={suspendedAt} timeZone={platformTimeZone} />,
                  })}
                </p>
              )}
            </div>
            <Button
              variant="primary"
              disabled={reactivate.isPending}
              onClick={() => reactivate.mutate({ tenantId: tenant.id })}
            >
              {t("reactivate")}
            </Button>
          </>
        ) : (
          <>
            <p className="min-w-0 flex-1 basis-72 text-muted-foreground">{t("effect")}</p>
            <FormSheet
              title={t("sheetTitle", { name: tenant.name })}
              description={t("effect")}
              trigger={
                <Button>
                  <Ban />
                  {t("suspend")}
                </Button>
              }
            >
              {(close) => <SuspendForm tenantId={tenant.id} onDone={close} />}
            </FormSheet>
          </>
        )}
      </div>
    </Section>
  );
}
