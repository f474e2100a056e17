import { useTranslations } from "next-intl";
import { Skeleton } from "../ui/skeleton";

const columns = [
  [60, 170, 300, 420],
  [110, 240, 350],
  [40, 150, 280, 470],
  [90, 210, 330],
  [60, 190, 400],
];

/** A week at its real measure, a day of it on the phone. */
export function CalendarSkeleton() {
  const t = useTranslations("common");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="-mx-4 grid grid-cols-[3.25rem_minmax(0,1fr)] border-b md:mx-0 md:grid-cols-[3rem_repeat(5,minmax(0,1fr))]"
    >
      <div />
      {columns.map((tops, index) => (
        <div
          key={tops.join()}
          className={`relative h-[46rem] border-l pt-10 ${index === 0 ? "" : "max-md:hidden"}`}
        >
          <div className="absolute inset-x-0 top-10 border-t" />
          {tops.map((top) => (
            <Skeleton key={top} className="absolute right-1 left-1 h-12" style={{ top: top + 40 }} />
          ))}
        </div>
      ))}
    </div>
  );
}
