import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { getCurrentUser } from "@/server/auth/current-user";
import { findHomePath } from "@/server/auth/require-page";
import { isSignUpOpen } from "@/server/auth/sign-up";
import { SignUpForm } from "./sign-up-form";

/** Whether it is open is the running installation's to say. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onboarding.signUp");
  return { title: t("title") };
}

export default async function SignUpPage() {
  const user = await getCurrentUser().catch(() => null);
  if (user) redirect(await findHomePath(user));
  const t = await getTranslations();
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 pt-[10dvh] pb-10">
      <div className="w-full max-w-88">
        <div className="flex items-center gap-2.5 pb-8">
          <BrandMark className="size-7" />
          <span className="font-semibold text-base">{t("common.appName")}</span>
        </div>
        {isSignUpOpen() ? (
          <>
            <h1 className="pb-1 font-semibold text-title">{t("onboarding.signUp.title")}</h1>
            <p className="pb-5 text-muted-foreground">{t("onboarding.signUp.text")}</p>
            <SignUpForm />
          </>
        ) : (
          <>
            <h1 className="pb-2 font-semibold text-title">{t("onboarding.signUp.closedTitle")}</h1>
            <p className="pb-4 text-muted-foreground">{t("onboarding.signUp.closed")}</p>
          </>
        )}
        <p className="flex min-h-11 items-center gap-1.5 text-muted-foreground">
          {isSignUpOpen() && t("onboarding.signUp.already")}
          <Link
            href="/sign-in"
            className="inline-flex min-h-11 items-center text-primary-text underline-offset-4 hover:underline"
          >
            {t("onboarding.signUp.signIn")}
          </Link>
        </p>
      </div>
    </main>
  );
}
