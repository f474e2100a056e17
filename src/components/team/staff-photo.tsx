"use client";

import { initialsOf } from "../appointments/initials";
import { hueStyle, useStaffLooks } from "../appointments/staff-mark";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";

interface StaffPhotoProps {
  person: { id: number; name: string; photo: string | null };
  className?: string;
}

/** The portrait, else the initials on the person's colour of the calendar; decoration beside a name. */
export function StaffPhoto({ person, className }: StaffPhotoProps) {
  const { slug } = useBusiness();
  const look = useStaffLooks().get(person.id);
  const shape = cn("size-8 shrink-0 rounded-full text-xs", className);
  if (person.photo)
    return (
      // biome-ignore lint/performance/noImgElement: small already, and the optimiser would ask for it as a stranger
      <img
        src={`/api/staff-photos/${slug}/${person.id}?v=${person.photo.slice(0, 12)}`}
        alt=""
        width={512}
        height={512}
        decoding="async"
        className={cn(shape, "bg-muted object-cover")}
      />
    );
  return (
    <span
      aria-hidden="true"
      style={hueStyle(look)}
      className={cn(
        shape,
        "inline-flex items-center justify-center font-medium",
        "bg-[oklch(0.9_calc(0.055*var(--chroma))_var(--hue))] dark:bg-[oklch(0.38_calc(0.06*var(--chroma))_var(--hue))]",
      )}
    >
      {look?.initials ?? initialsOf([person]).get(person.id)}
    </span>
  );
}
