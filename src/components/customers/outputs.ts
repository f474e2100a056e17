import type { Outputs } from "@/trpc/client";

export type Customer = Outputs["customers"]["get"]["customer"];
