import { Skeleton } from "../ui/skeleton";
import { CalendarSkeleton } from "./calendar-skeleton";

/** Heading, the line to type in, the steps and filters, and the week below them, each at its place. */
export function AppointmentsSkeleton() {
  return (
    <>
      <Skeleton className="mb-5 h-12 w-52" />
      <div className="flex flex-col gap-2 pb-3">
        <Skeleton className="h-9 w-full max-w-sm max-md:hidden" />
        <div className="flex justify-between gap-3">
          <Skeleton className="h-11 w-38 md:h-9" />
          <Skeleton className="h-11 w-40 md:h-9 md:w-60" />
        </div>
        <Skeleton className="h-11 w-full md:h-9 md:w-2/3" />
      </div>
      <CalendarSkeleton />
    </>
  );
}
