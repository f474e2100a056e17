import type { Outputs } from "@/trpc/client";

export type IntegrationChecks = Outputs["integrations"]["get"];
