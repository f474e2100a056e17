import type { Outputs } from "@/trpc/client";

export type CalendarDay = Outputs["appointments"]["calendar"]["days"][number];
