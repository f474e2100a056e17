import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

interface VisitorBannerProps {
  business: string;
  /** Goes, and says so in the business's audit trail. */
  leave: () => Promise<void>;
}

/** Nobody forgets whose pages these are: over every page of a business while the operator is inside. */
export function VisitorBanner({ business, leave }: VisitorBannerProps) {
  const t = useTranslations("platform.visit");
  return (
    <aside
      aria-label={t("label")}
      className="-mx-4 -mt-5 mb-5 flex items-center justify-between gap-4 border-b bg-warning-soft px-4 py-1.5 text-warning-text md:-mx-8 md:-mt-7 md:mb-7 md:px-8 xl:-mx-10 xl:px-10 print:hidden"
    >
      <span className="flex min-w-0 items-center gap-2">
        <ShieldCheck className="size-4 shrink-0" aria-hidden="true" />
        <span className="min-w-0">{t("text", { business })}</span>
      </span>
      <form action={leave}>
        <Button type="submit" size="small">
          {t("leave")}
        </Button>
      </form>
    </aside>
  );
}
