import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/shell/brand-mark";
import { getCurrentUser } from "@/server/auth/current-user";
import { findHomePath } from "@/server/auth/require-page";
import { isSignUpOpen } from "@/server/auth/sign-up";
import { safeNextPath } from "./safe-next-path";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = safeNextPath((await searchParams).next);
  // Without a database nobody is signed in, but the page still stands.
  const user = await getCurrentUser().catch(() => null);
  if (user) redirect(next ?? (await findHomePath(user)));
  const t = await getTranslations();
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 pt-[16dvh] pb-10">
      <div className="w-full max-w-80">
        <div className="flex items-center gap-2.5 pb-8">
          <BrandMark className="size-7" />
          <span className="font-semibold text-base">{t("common.appName")}</span>
        </div>
        <h1 className="pb-5 font-semibold text-title">{t("signIn.title")}</h1>
        <SignInForm next={next ?? "/"} />
        {isSignUpOpen() && (
          <p className="flex min-h-11 items-center gap-1.5 text-muted-foreground">
            {t("signIn.newHere")}
            <Link
              href="/sign-up"
              className="inline-flex min-h-11 items-center text-primary-text underline-offset-4 hover:underline"
            >
              {t("signIn.signUp")}
            </Link>
          </p>
        )}
      </div>
    </main>
  );
}
