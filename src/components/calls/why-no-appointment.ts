import type { Call } from "./lay-transcript";

type WhyNone = "declined" | "not_taken" | "nothing_free" | "hung_up";

/** Why a call that came to nothing did, from our own rows; undefined where they do not tell. */
export function whyNoAppointment({ outcome, traces, tools, appointments }: Call): WhyNone | undefined {
  if ((outcome !== "unresolved" && outcome !== "hung_up") || appointments.length > 0) return undefined;
  if (traces.some(({ kind }) => kind === "declined")) return "declined";
  if (traces.some(({ kind }) => kind === "offered")) return "not_taken";
  const nothingFree = tools.some(
    ({ name, reply }) =>
      name === "check_availability" &&
      (reply?.data as { available?: unknown } | undefined)?.available === false,
  );
  if (nothingFree) return "nothing_free";
  return outcome === "hung_up" ? "hung_up" : undefined;
}

/** What was last asked for, in the agent's words, and the times that were named in the call, each once. */
export function wishAndOffers({ tools, traces }: Call) {
  const asked = tools.findLast(
    ({ name, args }) => name === "check_availability" && wordsOfTime(args).length > 0,
  );
  const offered = traces.filter(({ kind }) => kind === "offered");
  const starts = new Map(
    offered.flatMap(({ starts, timeZone }) => starts.map((start) => [start.getTime(), { start, timeZone }])),
  );
  return { wish: asked ? wordsOfTime(asked.args) : [], offers: [...starts.values()] };
}

const wordsOfTime = ({ date, time }: Record<string, unknown>) =>
  [date, time].filter((words): words is string => typeof words === "string" && words !== "");
