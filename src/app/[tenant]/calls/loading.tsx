import { ButtonSkeleton, ChipSkeletons, ListSkeleton } from "@/components/data-table/list-skeleton";

export default function CallsLoading() {
  return (
    <ListSkeleton
      actions={<ButtonSkeleton className="w-12 md:w-30" />}
      filters={
        <div className="flex flex-col gap-3 pb-4 lg:flex-row lg:items-center">
          <ButtonSkeleton className="lg:w-64" />
          <ChipSkeletons />
        </div>
      }
      columns={7}
      selectable
      card={{ lines: 3 }}
    />
  );
}
