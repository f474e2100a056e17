import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";
import { Button } from "./ui/button";

/** The one answer for "not there" and "not yours". */
export function NotFoundMessage() {
  const t = useTranslations("common.notFound");
  return (
    <>
      <title>{t("title")}</title>
      <EmptyState
        icon={MapPinOff}
        title={<h1>{t("title")}</h1>}
        action={
          <Button asChild variant="primary">
            <Link href="/">{t("action")}</Link>
          </Button>
        }
      >
        {t("text")}
      </EmptyState>
    </>
  );
}
