import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { UserMenu } from "@/components/shell/user-menu";
import { Time } from "@/components/time";
import { findOwnSuspension } from "@/server/auth/find-own-suspension";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.suspendedPage");
  return { title: t("title") };
}

/** What somebody sees whose business is suspended, instead of any of its pages. */
export default async function SuspendedPage() {
  const suspension = await findOwnSuspension();
  if (!suspension) redirect("/");
  const t = await getTranslations();
  const { user, name, since, reason } = suspension;
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 pt-[14dvh] pb-10">
      <div className="w-full max-w-md">
        <div className="flex items-center justify-between gap-2.5 pb-8">
          <span className="flex items-center gap-2.5">
            <BrandMark className="size-7" />
            <span className="font-semibold text-base">{t("common.appName")}</span>
          </span>
          <UserMenu user={user} compact />
        </div>
        <h1 className="break-words pb-2 font-semibold text-title">
          {t("platform.suspendedPage.heading", { business: name })}
        </h1>
        <p className="break-words pb-4">{reason}</p>
        <p className="pb-4 text-muted-foreground">{t("platform.suspendedPage.safe")}</p>
        {since && (
          <p className="text-muted-foreground text-table">
            {t.rich("platform.suspendedPage.since", {
              time: () => <Time value={since} timeZone="Europe/Berlin" form="page" />,
            })}
          </p>
        )}
      </div>
    </main>
  );
}
