import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { clientAddress } from "@/server/auth/client-address";
import { openInvitation } from "@/server/auth/invitation";
import { DomainError } from "@/server/domain/_core/errors";
import { AcceptForm } from "./accept-form";

/** The address is a secret: it does not travel on. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.accept");
  return { title: t("title"), referrer: "no-referrer" };
}

interface InvitationPageProps {
  params: Promise<{ token: string }>;
}

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  const t = await getTranslations();
  const address = clientAddress((await headers()).get("x-forwarded-for"));
  const found = await openInvitation(token, address).catch(limitedOnly);
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 pt-[14dvh] pb-10">
      <div className="w-full max-w-80">
        <div className="flex items-center gap-2.5 pb-8">
          <BrandMark className="size-7" />
          <span className="font-semibold text-base">{t("common.appName")}</span>
        </div>
        {found === "limited" || !found ? (
          <>
            <h1 className="pb-2 font-semibold text-title">{t("members.accept.title")}</h1>
            <p className="pb-1">{t(found ? "members.accept.limited" : "members.accept.gone")}</p>
            {!found && <p className="pb-4 text-muted-foreground">{t("members.accept.goneText")}</p>}
            <Link
              href="/sign-in"
              className="inline-flex min-h-11 items-center text-primary-text underline-offset-4 hover:underline"
            >
              {t("members.accept.signIn")}
            </Link>
          </>
        ) : (
          <>
            <h1 className="break-words pb-2 font-semibold text-title">
              {t("members.accept.heading", { business: found.business })}
            </h1>
            <p className="break-words pb-5 text-muted-foreground">
              {t("members.accept.text", { email: found.email })}
            </p>
            <AcceptForm token={token} email={found.email} />
          </>
        )}
      </div>
    </main>
  );
}

function limitedOnly(error: unknown): "limited" {
  if (error instanceof DomainError && error.kind === "rate_limited") return "limited";
  throw error;
}
