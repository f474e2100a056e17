import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "../../ui/button";

export function MemberMenuButton({ name, ...button }: { name: string } & ComponentProps<typeof Button>) {
  const t = useTranslations("members");
  return (
    <Button variant="ghost" size="icon" aria-label={t("actions", { name })} {...button}>
      <Ellipsis />
    </Button>
  );
}
