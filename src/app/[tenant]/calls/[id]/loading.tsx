import { KeepSteps } from "@/components/calls/steps-ahead";
import { DetailSkeleton } from "@/components/detail-skeleton";

export default function CallLoading() {
  return (
    <>
      <KeepSteps />
      <DetailSkeleton />
    </>
  );
}
