import { z } from "zod";
import { defineTool, refuse } from "../tool";

/** An agent with an old or mistyped configuration: the caller hears an honest sentence, the timeline keeps the name. */
export const unknownTool = (name: string) =>
  defineTool({
    name: name.slice(0, 64) || "unknown",
    description: "",
    kind: "read",
    args: z.object({}),
    deadlineMs: 3_000,
    run: async (_ctx, _args, { sentences }) => refuse("tool.unknown", sentences.unknownTool()),
  });
