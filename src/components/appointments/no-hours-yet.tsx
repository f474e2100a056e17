"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";

/** Why a new business's calendar is all grey, and what to do about it. */
export function NoHoursYet() {
  const t = useTranslations("appointments.noHours");
  const { slug, can } = useBusiness();
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-control bg-muted px-4 py-3">
      <p className="min-w-0">
        <span className="font-medium">{t("title")}</span> {t("text")}
      </p>
      {can("settings:write") && (
        <Button asChild variant="primary" size="small">
          <Link href={`/${slug}/onboarding?step=hours`}>{t("action")}</Link>
        </Button>
      )}
    </div>
  );
}
