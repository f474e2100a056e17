"use client";

import { flag } from "@/lib/address";
import { Checkbox } from "../ui/checkbox";
import { useAddressState } from "../use-address-state";

const parameters = { former: flag };

/** Whether what is no longer in use is shown too; stands in the address. */
export function useFormer() {
  const [{ former }, change] = useAddressState(parameters);
  return [former, (next: boolean) => change({ former: next })] as const;
}

/** Only where there is something to show. */
export function FormerSwitch({ label, count }: { label: string; count: number | undefined }) {
  const [former, setFormer] = useFormer();
  if (!count) return null;
  return (
    <Checkbox
      className="mt-3 inline-flex pr-4 text-muted-foreground"
      checked={former}
      onChange={(event) => setFormer(event.target.checked)}
    >
      {label}
    </Checkbox>
  );
}
