import { redirect } from "next/navigation";

/** The settings begin with their first page. */
export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  redirect(`/${(await params).tenant}/settings/business`);
}
