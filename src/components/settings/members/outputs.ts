import type { Outputs } from "@/trpc/client";

export type Member = Outputs["members"]["list"][number];
