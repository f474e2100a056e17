import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssistantPage } from "@/components/assistant/assistant-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface TelephoneAssistantProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assistant");
  return { title: t("title") };
}

export default async function TelephoneAssistant({ params }: TelephoneAssistantProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "catalog:read");
  const { trpc, queryClient } = serverApi(slug);
  // What Retell has is asked for by the browser: the page does not wait for it.
  await Promise.all([
    queryClient.prefetchQuery(trpc.assistant.get.queryOptions()),
    queryClient.prefetchQuery(trpc.assistant.versions.queryOptions()),
    queryClient.prefetchQuery(trpc.testCalls.way.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <AssistantPage />
    </Hydrate>
  );
}
