import { type LucideIcon, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";

interface AddButtonProps extends ComponentProps<typeof Button> {
  icon?: LucideIcon;
  /** "Person hinzufügen": in the heading of a phone only the verb is seen, so that it stays in one line. */
  label: string;
}

export function AddButton({ icon: Icon = Plus, label, ...props }: AddButtonProps) {
  const t = useTranslations("team");
  return (
    <Button variant="primary" aria-label={label} {...props}>
      <Icon />
      <span className="max-sm:in-data-heading:hidden">{label}</span>
      <span className="hidden max-sm:in-data-heading:inline">{t("add")}</span>
    </Button>
  );
}
