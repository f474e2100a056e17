import { type Call, madeBy, type ToolCall, type Trace } from "../lay-transcript";

export type MomentKind = Trace["kind"] | "consent" | "tool" | "refused" | "failed";

export interface Moment {
  atMs: number;
  kind: MomentKind;
  /** Of a tool. */
  tool?: string;
}

/** The more telling first: where several lie together, its mark stands for all. */
const weight: readonly MomentKind[] = [
  "failed",
  "booked",
  "moved",
  "cancelled",
  "requested",
  "agreed",
  "declined",
  "refused",
  "held",
  "offered",
  "consent",
  "tool",
];

/** What happened in a call besides words, in order. */
export function momentsOf({ traces, tools, recordingDecidedMs }: Call): Moment[] {
  const consent: Moment[] =
    recordingDecidedMs === null ? [] : [{ atMs: recordingDecidedMs, kind: "consent" }];
  return [
    ...consent,
    ...traces.map(({ atMs, kind }) => ({ atMs, kind })),
    ...tools.map((tool) => ({ atMs: tool.atMs, kind: kindOf(tool), tool: tool.name })),
  ].sort((a, b) => a.atMs - b.atMs);
}

function kindOf(tool: ToolCall): MomentKind {
  if (tool.status === "failed" || tool.status === "refused") return tool.status;
  const made = madeBy(tool);
  return made === "pending" ? "requested" : (made ?? "tool");
}

export interface MomentGroup {
  atMs: number;
  /** Of the most telling one. */
  kind: MomentKind;
  moments: Moment[];
}

/** Moments nearer to each other than `apartMs` share one mark: two could not be hit with a thumb. */
export function groupMoments(moments: readonly Moment[], apartMs: number): MomentGroup[] {
  const groups: Moment[][] = [];
  for (const moment of moments) {
    const last = groups.at(-1);
    if (last?.[0] && moment.atMs - last[0].atMs < apartMs) last.push(moment);
    else groups.push([moment]);
  }
  return groups.map((group) => ({
    atMs: group[0]?.atMs ?? 0,
    kind: weight.find((kind) => group.some((moment) => moment.kind === kind)) ?? "tool",
    moments: group,
  }));
}
