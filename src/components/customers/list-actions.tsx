"use client";

import { Ellipsis, FileDown, FileUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";

/** Bringing people in, and taking along whom the list shows. */
export function ListActions({ search }: { search: string | null }) {
  const t = useTranslations("customers");
  const { slug } = useBusiness();
  const exportHref = (separator: "semicolon" | "comma") =>
    `/${slug}/customers/export?${new URLSearchParams({ separator, ...(search && { search }) })}`;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon" aria-label={t("more")}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild>
          <Link href={`/${slug}/customers/import`}>
            <FileUp className="size-4" aria-hidden="true" />
            {t("import.action")}
          </Link>
        </DropdownMenuItem>
        {(["semicolon", "comma"] as const).map((separator) => (
          <DropdownMenuItem asChild key={separator}>
            <a href={exportHref(separator)} download>
              <FileDown className="size-4" aria-hidden="true" />
              {t(`export.${separator}`)}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
