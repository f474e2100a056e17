import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { Facts } from "../facts";
import { Section } from "../section";
import { Birthdate } from "./birthdate";
import type { Customer } from "./outputs";

export function Contact({ customer }: { customer: Customer }) {
  const t = useTranslations("customers.contact");
  const { phone, email, birthdate, notes } = customer;
  const nothing = !phone && !email && !birthdate && !notes;
  return (
    <Section title={t("title")} className="min-w-0">
      {nothing && <p className="py-3 text-muted-foreground">{t("nothing")}</p>}
      <Facts
        rows={[
          [t("phone"), phone && <ContactLink href={`tel:${phone}`}>{formatPhone(phone)}</ContactLink>],
          [t("email"), email && <ContactLink href={`mailto:${email}`}>{email}</ContactLink>],
          [t("birthdate"), birthdate && <Birthdate value={birthdate} />],
        ]}
      />
      {notes && (
        <div className="border-t py-2.5">
          <h3 className="text-muted-foreground">{t("notes")}</h3>
          <p className="whitespace-pre-line break-words pt-1">{notes}</p>
        </div>
      )}
    </Section>
  );
}

function ContactLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="-my-3 inline-block max-w-full break-words rounded-sm py-3 text-primary-text tabular-nums underline-offset-4 hover:underline md:-my-1 md:py-1"
    >
      {children}
    </a>
  );
}
