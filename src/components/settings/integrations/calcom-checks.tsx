"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { FormSheet } from "../../form/form-sheet";
import { Section } from "../../section";
import { toast } from "../../toast";
import { Button } from "../../ui/button";
import { useErrorToast } from "../../use-error-toast";
import { Check } from "./check";
import type { IntegrationChecks } from "./outputs";

const CalcomForm = dynamic(() => import("./calcom-form").then((module) => module.CalcomForm));

export function CalcomChecks({ calcom }: { calcom: IntegrationChecks["calcom"] }) {
  const t = useTranslations("settings.integrations");
  return (
    <Section
      title="Cal.com"
      aside={
        <FormSheet
          title={t("connect")}
          description={t("connectText")}
          trigger={<Button size="small">{t(calcom ? "reconnect" : "connect")}</Button>}
        >
          {(close) => <CalcomForm onDone={close} />}
        </FormSheet>
      }
    >
      {calcom ? (
        <Checks calcom={calcom} />
      ) : (
        <p className="py-3 text-muted-foreground">{t("notConnected")}</p>
      )}
    </Section>
  );
}

function Checks({ calcom }: { calcom: NonNullable<IntegrationChecks["calcom"]> }) {
  const t = useTranslations("settings.integrations");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { isInUse, isPaused, eventTypes, outdated, missing } = calcom;
  const options = {
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.integrations.pathFilter()),
  };
  const load = useMutation(
    trpc.integrations.importEventTypes.mutationOptions({
      ...options,
      onSuccess: (count) => toast.success(t("loaded", { count })),
    }),
  );
  const activate = useMutation(
    trpc.integrations.activateCalcom.mutationOptions({
      ...options,
      onSuccess: () => toast.success(t("activated")),
    }),
  );
  const gaps = missing.map(({ serviceName, staffName }) =>
    staffName ? t("gap", { service: serviceName, person: staffName }) : serviceName,
  );
  return (
    <>
      <ul>
        <Check
          name={t("reachable")}
          ok={!isPaused}
          status={t(isPaused ? "paused" : "ok")}
          next={t("pausedNext")}
        />
        <Check
          name={t("mappings")}
          ok={missing.length === 0}
          status={missing.length === 0 ? t("ok") : t("gaps", { count: missing.length })}
          next={
            <>
              {t("mappingsNext")} {gaps.join(", ")}
            </>
          }
        />
        <Check
          name={t("copy", { count: eventTypes })}
          ok={outdated === 0}
          status={outdated === 0 ? t("ok") : t("outdated", { count: outdated })}
          next={t("outdatedNext")}
        />
        <Check name={t("inUse")} ok={isInUse} status={t(isInUse ? "ok" : "notInUse")} next={t("inUseNext")} />
      </ul>
      <div className="flex flex-wrap gap-2 pt-3">
        <Button size="small" disabled={load.isPending} onClick={() => load.mutate()}>
          {t("load")}
        </Button>
        {!isInUse && missing.length === 0 && (
          <Button
            size="small"
            variant="primary"
            disabled={activate.isPending}
            onClick={() => activate.mutate()}
          >
            {t("activate")}
          </Button>
        )}
      </div>
    </>
  );
}
