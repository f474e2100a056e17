"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { setupSteps } from "@/contracts/trades";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";

const SetUpList = dynamic(() => import("./set-up-list").then((module) => module.SetUpList));

/** What is left to set up, for those who can; gone when nothing is, or when it is not wanted. */
export function SetUpCard() {
  const trpc = useTRPC();
  const isMine = useBusiness().can("settings:write");
  const { data: setup } = useQuery(trpc.onboarding.get.queryOptions(undefined, { enabled: isMine }));
  if (!isMine || !setup || setup.isDismissed) return null;
  if (setupSteps.every((step) => setup.steps[step] === "done")) return null;
  return <SetUpList setup={setup} />;
}
