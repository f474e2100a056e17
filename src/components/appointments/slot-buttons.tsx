"use client";

import type { Slot } from "@/contracts/appointments";
import { cn } from "../class-names";
import { Time } from "../time";
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
  const looks = useStaffLooks();
  const branches = [...new Set(slots.map((slot) => slot.branchName))];
  const isChosen = (slot: Slot) =>
    chosen?.start.getTime() === slot.start.getTime() && chosen.branchId === slot.branchId;
  return branches.map((branch) => (
    <div key={branch} className="pt-4">
      {branches.length > 1 && <h4 className="pb-1.5 text-muted-foreground text-table">{branch}</h4>}
      <ul className="grid grid-cols-4 gap-1.5 md:grid-cols-5">
        {slots
          .filter((slot) => slot.branchName === branch)
          .map((slot) => (
            <li key={slot.start.getTime()}>
              <button
                type="button"
                aria-pressed={isChosen(slot)}
                title={withStaff ? slot.staffName : undefined}
                onClick={() => onChoose(slot)}
                className={cn(
                  "flex h-11 w-full items-center justify-center gap-1.5 rounded-control border bg-surface tabular-nums transition-colors duration-150 hover:bg-hover md:h-9",
                  isChosen(slot) &&
                    "border-primary bg-primary text-primary-foreground hover:bg-primary [&>span]:text-primary-foreground",
                )}
              >
                <Time value={slot.start} timeZone={slot.timeZone} form="clock" />
                {withStaff && (
                  <span aria-hidden="true" className="text-muted-foreground text-xs">
                    {looks.get(slot.staffId)?.initials}
                  </span>
                )}
              </button>
            </li>
          ))}
      </ul>
    </div>
  ));
}
