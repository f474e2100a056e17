import { useTranslations } from "next-intl";
import { type StaffLook, StaffMark } from "./staff-mark";

interface StaffHeadingProps {
  name: string;
  look: StaffLook | undefined;
  count: number;
}

export function StaffHeading({ name, look, count }: StaffHeadingProps) {
  const t = useTranslations("appointments");
  return (
    <div aria-hidden="true" className="@container flex h-12 min-w-0 items-center gap-2 px-2">
      <StaffMark look={look} className="@max-[7rem]:hidden" />
      <span className="min-w-0">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block truncate text-muted-foreground text-xs">{t("count", { count })}</span>
      </span>
    </div>
  );
}
