import { useTranslations } from "next-intl";
import { Skeleton } from "./ui/skeleton";

const lines = ["w-72", "w-56", "w-80", "w-64", "w-48", "w-72"];

/** The page of one call or customer before it is there: the way back, who it is, and two columns below. */
export function DetailSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <div className="-mt-2 mb-2 flex h-11 items-center md:h-9">
        <Skeleton className="h-4 w-20" />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-5">
        <Skeleton className="h-9 w-64 max-w-full" />
        <Skeleton className="h-11 w-28 md:h-9" />
      </div>
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {[lines, lines.slice(0, 3)].map((part) => (
          <div key={part.length}>
            <div className="flex h-9 items-start border-b">
              <Skeleton className="h-5 w-32" />
            </div>
            {part.map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <div key={index} className="flex h-14 flex-col justify-center gap-1.5">
                <Skeleton className={`h-4 max-w-full ${width}`} />
                <Skeleton className="h-3.5 w-40" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
