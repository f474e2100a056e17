"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { EditButton } from "../../edit-button";
import { Facts } from "../../facts";
import { FormSheet } from "../../form/form-sheet";
import { PageSkeleton } from "../../page-skeleton";
import { QueryErrorState } from "../../query-error-state";
import { Section } from "../../section";
import { Display } from "./display";
import { Sessions } from "./sessions";
import { TwoFactor } from "./two-factor";

const NameForm = dynamic(() => import("./name-form").then((module) => module.NameForm));
const PasswordForm = dynamic(() => import("./password-form").then((module) => module.PasswordForm));

/** The signed-in person's own account. */
export function Profile() {
  const t = useTranslations("profile");
  const terms = useTranslations("terms.role");
  const trpc = useTRPC();
  const query = useQuery(trpc.account.me.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  const { name, email, role } = query.data;
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <Section
        title={t("person.title")}
        aside={
          <FormSheet title={t("person.edit")} trigger={<EditButton>{t("person.edit")}</EditButton>}>
            {(close) => <NameForm name={name} onDone={close} />}
          </FormSheet>
        }
      >
        <Facts
          rows={[
            [t("person.name"), name],
            [t("person.email"), email],
            [t("person.role"), terms(role)],
          ]}
        />
      </Section>
      <Display />
      <Section
        title={t("password.title")}
        aside={
          <FormSheet title={t("password.action")} trigger={<EditButton>{t("password.action")}</EditButton>}>
            {(close) => <PasswordForm email={email} onDone={close} />}
          </FormSheet>
        }
      >
        <p className="py-3 text-muted-foreground">{t("password.text")}</p>
      </Section>
      <TwoFactor />
      <Sessions />
    </div>
  );
}
