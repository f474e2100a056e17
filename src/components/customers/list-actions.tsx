"use client";

import { Ellipsis, FileDown, FileUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { itemClasses } from "../ui/menu-classes";
import { Popover } from "../ui/popover";

const actionClasses = cn(itemClasses, "hover:bg-hover");

/** Bringing people in, and taking along whom the list shows. */
export function ListActions({ search }: { search: string | null }) {
  const t = useTranslations("customers");
  const { slug } = useBusiness();
  const exportHref = (separator: "semicolon" | "comma") =>
    `/${slug}/customers/export?${new URLSearchParams({ separator, ...(search && { search }) })}`;
  return (
    <Popover
      label={t("more")}
      className="w-64 p-1"
      trigger={
        <Button size="icon" aria-label={t("more")}>
          <Ellipsis />
        </Button>
      }
    >
      <Link href={`/${slug}/customers/import`} className={actionClasses}>
        <FileUp aria-hidden="true" />
        {t("import.action")}
      </Link>
      {(["semicolon", "comma"] as const).map((separator) => (
        <a key={separator} href={exportHref(separator)} download className={actionClasses}>
          <FileDown aria-hidden="true" />
          {t(`export.${separator}`)}
        </a>
      ))}
    </Popover>
  );
}
