import type { Outputs } from "@/trpc/client";

export type DriftView = Outputs["calendarSync"]["drifts"][number];
