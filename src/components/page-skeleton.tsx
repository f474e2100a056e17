import { useTranslations } from "next-intl";
import { Skeleton } from "./ui/skeleton";

const lines = ["w-72", "w-56", "w-80", "w-64", "w-48", "w-72"];

/** Stands in for a page of rows: the heading and the first lines at their real height. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-7 h-7 w-40" />
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} className="flex h-10 items-center border-b">
          <Skeleton className={`h-3.5 max-w-full ${width}`} />
        </div>
      ))}
    </div>
  );
}
