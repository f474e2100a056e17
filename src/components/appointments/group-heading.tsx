import { type StaffLook, StaffMark } from "./staff-mark";

interface GroupHeadingProps {
  name: string;
  look: StaffLook | undefined;
}

/** Whose part of a week's day a narrow column is. */
export function GroupHeading({ name, look }: GroupHeadingProps) {
  return (
    <div aria-hidden="true" className="@container h-7 min-w-0 px-1.5">
      <span className="flex items-center gap-1.5" title={name}>
        <StaffMark look={look} />
        <span className={look ? "@max-[4.5rem]:hidden truncate text-xs" : "truncate text-xs"}>{name}</span>
      </span>
    </div>
  );
}
