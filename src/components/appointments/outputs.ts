import type { Outputs } from "@/trpc/client";

export type CalendarDay = Outputs["appointments"]["calendar"]["days"][number];
export type FreeDay = Outputs["appointments"]["freeTimes"]["days"][number];
