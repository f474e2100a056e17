import type { Outputs } from "@/trpc/client";

export type Branch = Outputs["branches"]["get"];
export type Service = Outputs["services"]["get"];
export type StaffMember = Outputs["staff"]["get"];
export type Room = Outputs["resources"]["list"][number];
