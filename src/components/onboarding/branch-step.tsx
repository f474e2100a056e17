"use client";

import { QueryErrorState } from "../query-error-state";
import { Skeleton } from "../ui/skeleton";
import { PlaceForm } from "./place-form";
import { ServicesFirst } from "./services-first";
import type { StepProps } from "./step-props";
import { useSetupBranch } from "./use-setup-branch";

export function BranchStep({ setup, goOn, goTo }: StepProps) {
  const query = useSetupBranch(setup);
  if (setup.branchId === null) return <ServicesFirst goTo={goTo} />;
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  if (!query.data) return <Skeleton className="h-64 w-full" />;
  return <PlaceForm branch={query.data} onDone={goOn} />;
}
