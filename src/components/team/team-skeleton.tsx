"use client";

import { usePathname } from "next/navigation";
import { useBusiness } from "../business-context";
import { ButtonSkeleton } from "../data-table/list-skeleton";
import { PageSkeleton } from "../page-skeleton";
import { partPath, TeamHeader, teamParts } from "./team-header";

/** Between two of the lists the heading and the tabs stay; the pressed one is marked at once. */
export function TeamSkeleton() {
  const { slug } = useBusiness();
  const path = usePathname();
  const part = teamParts.find((one) => partPath(slug, one) === path);
  if (!part) return <PageSkeleton />;
  return (
    <>
      <TeamHeader current={part} action={<ButtonSkeleton className="w-24 md:w-44" />} />
      <div className="pt-3">
        <PageSkeleton headless />
      </div>
    </>
  );
}
