import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { Birthdate } from "./birthdate";

interface CustomerLineProps {
  customer: { name: string | null; phone: string | null; email: string | null; birthdate?: string | null };
}

/** What tells people of one name apart. */
export function CustomerLine({ customer }: CustomerLineProps) {
  const t = useTranslations("customers");
  const { name, phone, email, birthdate } = customer;
  return (
    <span className="block min-w-0 text-left">
      <span className="block truncate font-medium">{name ?? t("unnamed")}</span>
      <span className="flex flex-wrap gap-x-3 text-muted-foreground text-table tabular-nums">
        {birthdate && <Birthdate value={birthdate} />}
        {phone && <span>{formatPhone(phone)}</span>}
        {email && <span className="truncate">{email}</span>}
      </span>
    </span>
  );
}
