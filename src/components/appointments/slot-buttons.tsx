"use client";

import { useTranslations } from "next-intl";
import type { Slot } from "@/contracts/appointments";
import { Time } from "../time";
import { ToggleGroup, ToggleGroupItem } from "../ui/toggle-group";
import { useStaffLooks } from "./staff-mark";

interface SlotButtonsProps {
  slots: readonly Slot[];
  /** Whose turn it is differs from time to time. */
  withStaff: boolean;
  chosen?: Slot;
  onChoose: (slot: Slot) => void;
}

/** The free times of a day, apart by branch where there is more than one. */
export function SlotButtons({ slots, withStaff, chosen, onChoose }: SlotButtonsProps) {
  const t = useTranslations("appointments.freeTimes");
  const looks = useStaffLooks();
  const branches = [...new Set(slots.map((slot) => slot.branchName))];
  if (slots.length === 0) return null;
  return (
    <ToggleGroup aria-label={t("times")} values={slots.map(keyOf)} value={chosen && keyOf(chosen)}>
      {branches.map((branch) => (
        <div key={branch} className="pt-4">
          {branches.length > 1 && <h3 className="pb-1.5 text-muted-foreground text-table">{branch}</h3>}
          <div className="grid grid-cols-4 gap-1.5 md:grid-cols-5">
            {slots
              .filter((slot) => slot.branchName === branch)
              .map((slot) => (
                <ToggleGroupItem
                  key={keyOf(slot)}
                  value={keyOf(slot)}
                  title={withStaff ? slot.staffName : undefined}
                  onClick={() => onChoose(slot)}
                  className="flex h-11 w-full items-center justify-center gap-1.5 rounded-control border bg-surface tabular-nums transition-colors duration-150 hover:bg-hover data-[state=on]:border-primary data-[state=on]:bg-primary data-[state=on]:text-primary-foreground md:h-9 data-[state=on]:[&>span]:text-primary-foreground"
                >
                  <Time value={slot.start} timeZone={slot.timeZone} form="clock" />
                  {withStaff && (
                    <span aria-hidden="true" className="text-muted-foreground text-xs">
                      {looks.get(slot.staffId)?.initials}
                    </span>
                  )}
                </ToggleGroupItem>
              ))}
          </div>
        </div>
      ))}
    </ToggleGroup>
  );
}

const keyOf = ({ start, branchId }: Slot) => `${branchId}-${start.getTime()}`;
