import { z } from "zod";
import { holidayName } from "@/lib/holiday-names";
import { matchName } from "@/server/domain/catalog/name-match";
import { getOpeningHours } from "@/server/domain/catalog/opening-hours";
import { type BranchItem, listBranches } from "@/server/domain/catalog/queries";
import { words } from "../arguments";
import { readMoment } from "../moment-wish";
import { answer, defineTool, refuse, type VoiceCall } from "../tool";

const aboutAddress = /adress|anschrift|\bwo\b|\bweg\b|anfahrt|address|where|direction|location/i;
const aboutHours = /zeit|geöffnet|oeffn|öffn|offen|auf\b|hour|open|clos|geschlossen/i;

export const getBusinessInfoTool = defineTool({
  name: "get_business_info",
  description: "Address and opening hours of a branch. For one certain day pass `date`.",
  kind: "read",
  args: z.object({
    topic: words(100, "What the caller wants to know: address or opening hours"),
    branch: words(255, "Branch, as the caller named it"),
    date: words(100, "Day in the caller's words or ISO, for the hours of this day"),
  }),
  deadlineMs: 4_000,
  async run(ctx, args, call) {
    const { sentences } = call;
    const branches = await listBranches(ctx);
    const branch = chooseBranch(branches, args.branch, call);
    if ("candidates" in branch)
      return refuse("branch.unknown", sentences.unknownBranch(args.branch ?? "", branch.candidates), branch);
    const clock = { ...call.clock, timeZone: branch.found.timeZone };
    const day = await readMoment(call, { date: args.date }, clock);
    if ("reply" in day) return day.reply;
    const asked = day.wish.kind === "day" ? day.wish.date : undefined;
    const from = asked ? new Date(`${asked}T12:00:00Z`) : clock.now;
    const hours = await getOpeningHours(ctx, { branchId: branch.found.id, from, days: 7 });

    const { name, address } = branch.found;
    const [first, ...later] = hours.days;
    const label = first?.closed?.label;
    const ofDay = !first
      ? ""
      : first.closed?.kind === "holiday"
        ? sentences.holiday(first.date, label ?? "", clock)
        : sentences.openOn(first.date, first.ranges, clock);
    const otherwise = later
      .filter(({ special }) => special)
      .map(({ date, ranges }) => sentences.openOn(date, ranges, clock));
    const week = sentences.openingHours(name, hours.week);
    const where = address ? sentences.address(name, address) : sentences.noAddress();
    const topic = args.topic ?? "";
    const message = asked
      ? ofDay
      : aboutAddress.test(topic)
        ? where
        : aboutHours.test(topic)
          ? [week, ofDay, ...otherwise].join(" ")
          : address
            ? `${where} ${week}`
            : week;
    return answer(message, {
      branch: name,
      branch_id: branch.found.id,
      address,
      opening_hours: week,
      days: hours.days.map(({ date, ranges, closed }) => ({
        date,
        spoken: sentences.openOn(date, ranges, clock),
        ...(closed ? { closed: holidayName(closed.label ?? closed.kind, sentences.language) } : {}),
      })),
    });
  },
});

function chooseBranch(
  branches: BranchItem[],
  said: string | undefined,
  { called }: VoiceCall,
): { found: BranchItem } | { candidates: string[] } {
  if (said) {
    const match = matchName(branches, said);
    return "match" in match
      ? { found: match.match }
      : { candidates: match.candidates.map(({ name }) => name) };
  }
  const found = branches.find(({ id }) => id === called.branchId) ?? branches[0];
  return found ? { found } : { candidates: [] };
}
