import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The heading, the figures and the two columns at their real height. */
export function ReportSkeleton({ headless = false }: { headless?: boolean }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      {!headless && <Skeleton className="mb-9 h-12 w-72 max-w-full" />}
      <div className="grid grid-cols-2 gap-x-8 gap-y-6 pb-9 md:grid-cols-4">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-16" />
        ))}
      </div>
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-60" />
        <Skeleton className="h-60" />
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    </div>
  );
}
