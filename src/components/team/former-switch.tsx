"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { Checkbox } from "../ui/checkbox";

/** Whether what is no longer in use is shown too; stands in the address. */
export const useFormer = () => useQueryState("former", parseAsBoolean.withDefault(false));

/** Only where there is something to show. */
export function FormerSwitch({ label, count }: { label: string; count: number | undefined }) {
  const [former, setFormer] = useFormer();
  if (!count) return null;
  return (
    <Checkbox
      className="mt-3 inline-flex pr-4 text-muted-foreground"
      checked={former}
      onChange={(event) => setFormer(event.target.checked || null)}
    >
      {label}
    </Checkbox>
  );
}
