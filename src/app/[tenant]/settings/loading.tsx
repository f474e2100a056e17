import { PageSkeleton } from "@/components/page-skeleton";

/** Between two settings the heading and the tabs stay; the pressed one is marked at once. */
export default function SettingsLoading() {
  return <PageSkeleton headless />;
}
