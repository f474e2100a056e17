import { ButtonSkeleton, ListSkeleton } from "@/components/data-table/list-skeleton";

export default function CustomersLoading() {
  return (
    <ListSkeleton
      actions={
        <>
          <ButtonSkeleton className="w-12 md:w-30" />
          <ButtonSkeleton className="w-11 md:w-9" />
          <ButtonSkeleton className="w-20 md:w-34" />
        </>
      }
      filters={<ButtonSkeleton className="mb-4 md:max-w-sm" />}
      columns={5}
    />
  );
}
