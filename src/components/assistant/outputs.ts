import type { Outputs } from "@/trpc/client";

export type Assistant = Outputs["assistant"]["get"];
export type Content = Assistant["current"]["content"];
export type CheckedAgent = Outputs["assistant"]["lines"]["agents"][number];
export type Difference = CheckedAgent["differences"][number];
