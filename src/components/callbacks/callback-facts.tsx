"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { Facts } from "../facts";
import { Time } from "../time";
import { type Callback, DueMark, StateMark } from "./marks";
import { PriorityField } from "./priority-field";

const linkClasses =
  "-my-3 inline-block rounded-sm py-3 text-primary-text underline-offset-4 hover:underline md:-my-1 md:py-1";

export function CallbackFacts({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const { slug, timeZone } = useBusiness();
  const at = (value: Date) => <Time value={value} timeZone={timeZone} className="tabular-nums" />;
  const isOpen = callback.completedAt === null;
  const callHref = callback.callId === null ? null : `/${slug}/calls/${callback.callId}`;
  const isHere = usePathname() === callHref;
  return (
    <div>
      <Facts
        rows={[
          [t("column.state"), callback.status !== "open" && <StateMark callback={callback} />],
          [
            t("bookedFor"),
            callback.bookedStart && callback.appointmentId !== null && (
              <Link
                className={linkClasses}
                href={`/${slug}/appointments?appointment=${callback.appointmentId}`}
              >
                {at(callback.bookedStart)}
              </Link>
            ),
          ],
          [t("column.completedAt"), callback.completedAt && at(callback.completedAt)],
          [t("completedBy"), callback.completedByName],
          [t("column.due"), isOpen && <DueMark dueAt={callback.dueAt} />],
          [t("column.priority"), isOpen && <PriorityField callback={callback} />],
          [t("preferredTime"), callback.preferredTime],
          [t("attempts"), callback.attempts > 0 && t("notReached", { count: callback.attempts })],
          [t("requestedAt"), at(callback.requestedAt)],
          [t("branch"), callback.branchName],
          [
            t("call"),
            callHref && !isHere && (
              <Link className={linkClasses} href={callHref}>
                {t("toCall")}
              </Link>
            ),
          ],
          [
            t("customer"),
            callback.customerId !== null && (
              <Link className={linkClasses} href={`/${slug}/customers/${callback.customerId}`}>
                {callback.customerName ?? t("toCustomer")}
              </Link>
            ),
          ],
        ]}
      />
    </div>
  );
}
