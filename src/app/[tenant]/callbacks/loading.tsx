import { ButtonSkeleton, ChipSkeletons, ListSkeleton } from "@/components/data-table/list-skeleton";

export default function CallbacksLoading() {
  return (
    <ListSkeleton
      described
      actions={
        <>
          <ButtonSkeleton className="w-12 md:w-30" />
          <ButtonSkeleton className="w-38" />
        </>
      }
      filters={
        <div className="pb-3">
          <ChipSkeletons />
        </div>
      }
      columns={5}
      card={{ lines: 3, action: true }}
    />
  );
}
