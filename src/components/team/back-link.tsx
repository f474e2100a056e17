"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { partPath, type TeamPart } from "./team-header";

export function BackLink({ to }: { to: TeamPart }) {
  const t = useTranslations("team.parts");
  const { slug } = useBusiness();
  return (
    <Link
      href={partPath(slug, to)}
      className="-mt-2 mb-2 inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
    >
      <ArrowLeft className="size-4" aria-hidden="true" />
      {t(to)}
    </Link>
  );
}
