"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { PageHeader } from "../page-header";

export const teamParts = ["team", "services", "rooms", "branches"] as const;
export type TeamPart = (typeof teamParts)[number];

export const partPath = (slug: string, part: TeamPart) =>
  part === "team" ? `/${slug}/team` : `/${slug}/team/${part}`;

/** Who there is, what is offered, and where: four lists of one page. */
export function TeamHeader({ current, action }: { current: TeamPart; action?: ReactNode }) {
  const t = useTranslations("team");
  const { slug } = useBusiness();
  return (
    <>
      <div data-heading>
        <PageHeader title={t("title")} actions={action} />
      </div>
      <nav
        aria-label={t("parts.label")}
        className="-mx-4 -mb-px overflow-x-auto border-b px-4 md:mx-0 md:px-0"
      >
        <ul className="flex w-max gap-5">
          {teamParts.map((part) => (
            <li key={part}>
              <Link
                href={partPath(slug, part)}
                aria-current={part === current ? "page" : undefined}
                className={cn(
                  "-mb-px flex min-h-11 items-center whitespace-nowrap border-b-2 -outline-offset-2 md:min-h-10",
                  part === current
                    ? "border-primary font-medium text-primary-text"
                    : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                {t(`parts.${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
