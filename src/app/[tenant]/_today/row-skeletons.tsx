import { Skeleton } from "@/components/ui/skeleton";

/** Rows of two lines at their real height. */
export function RowSkeletons({ rows = 3 }: { rows?: number }) {
  return Array.from({ length: rows }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <div key={index} className="flex flex-col gap-2 border-b py-3.5">
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-3.5 w-72 max-w-full" />
    </div>
  ));
}
