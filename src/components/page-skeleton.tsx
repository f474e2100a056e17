import { useTranslations } from "next-intl";
import { Skeleton } from "./ui/skeleton";

const lines = ["w-72", "w-56", "w-80", "w-64", "w-48", "w-72"];

interface PageSkeletonProps {
  /** The page's own heading stands already; a part of the page is on its way. */
  headless?: boolean;
}

/** Stands in for rows: the heading and the first lines at their real height. */
export function PageSkeleton({ headless = false }: PageSkeletonProps) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      {headless ? (
        <div className="flex h-9 items-start border-b">
          <Skeleton className="h-5 w-32" />
        </div>
      ) : (
        <Skeleton className="mb-7 h-7 w-40" />
      )}
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} className="flex h-10 items-center border-b">
          <Skeleton className={`h-3.5 max-w-full ${width}`} />
        </div>
      ))}
    </div>
  );
}
