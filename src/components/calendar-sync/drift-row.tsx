import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBusiness } from "../business-context";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { DriftWays } from "./drift-ways";
import type { DriftView } from "./outputs";

/** One difference: what it is, the two versions side by side, and a button for each way out. */
export function DriftRow({ drift }: { drift: DriftView }) {
  const t = useTranslations("calendarSync");
  const { slug, can } = useBusiness();
  const { kind, ours, theirs, overlapped, timeZone } = drift;
  return (
    <li className="flex flex-col gap-3 border-b py-4">
      <div>
        <Link
          href={`/${slug}/appointments?appointment=${drift.appointmentId}`}
          prefetch={false}
          className="-my-3 inline-block max-w-full truncate rounded-sm py-3 align-bottom font-medium underline-offset-4 hover:underline md:my-0 md:py-0"
        >
          {ours.name ?? theirs?.name ?? t("unnamed")}
        </Link>
        <p className="text-muted-foreground">{t(`kind.${kind}`)}</p>
      </div>
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Version title={t("ours")}>
          {kind === "overlaps" ? (
            overlapped.map((row) => (
              <div key={row.id}>
                <Time value={row.startTime} end={row.endTime} timeZone={timeZone} form="page" />
                <p className="max-w-full truncate text-muted-foreground">{row.name ?? t("unnamed")}</p>
              </div>
            ))
          ) : (
            <>
              <Time value={ours.startTime} end={ours.endTime} timeZone={timeZone} form="page" />
              <p className="max-w-full truncate text-muted-foreground">
                {[ours.serviceName, ours.staffName].filter(Boolean).join(" · ")}
              </p>
              <StatusBadge status={ours.status} />
            </>
          )}
        </Version>
        <Version title={t("theirs")}>
          {theirs && theirs.status !== "missing" ? (
            <>
              <Time value={theirs.startTime} end={theirs.endTime} timeZone={timeZone} form="page" />
              <p className="max-w-full truncate text-muted-foreground">{theirs.name ?? t("unnamed")}</p>
              <StatusBadge status={statusThere[theirs.status]} />
            </>
          ) : (
            <p className="text-muted-foreground">{t(theirs ? "gone" : "nothing")}</p>
          )}
        </Version>
      </div>
      {can("appointments:write") && <DriftWays drift={drift} />}
    </li>
  );
}

const statusThere = {
  accepted: "scheduled",
  pending: "pending",
  cancelled: "cancelled",
  rejected: "cancelled",
} as const;

function Version({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-0.5 border-l-2 pl-3">
      <h3 className="text-muted-foreground text-xs">{title}</h3>
      {children}
    </div>
  );
}
