import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { explain } from "@/lib/german-time";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Answer } from "./answer";
import { readQuestion, weekOf, zone } from "./question";
import { QuestionForm } from "./question-form";

interface GermanTimePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.germanTime");
  return { title: t("title") };
}

/** A playground: the question stands in the address, so that an answer can be passed on. */
export default async function GermanTimePage({ searchParams }: GermanTimePageProps) {
  await requirePlatformPage();
  const t = await getTranslations("platform.germanTime");
  const question = readQuestion(await searchParams);
  const { text, instant, land, region } = question;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <QuestionForm question={question} />
      {text.trim() && (
        <Answer explanation={explain(text, { now: instant, zone, land, region, hours: weekOf(question) })} />
      )}
    </>
  );
}
