import type { Context } from "../context";
import { type DayNode, edges } from "./bounds";
import type { Node } from "./nodes";
import { isElsewhere } from "./refusals";

const sides = new Map([
  ["davor", -1],
  ["vorher", -1],
  ["danach", 1],
  ["darauf", 1],
  ["drauf", 1],
]);

/** "Heiligabend geht nicht, aber am Tag davor", "bis zum 14. im Urlaub, danach": counted from the day named last. */
export function countFromThere(nodes: Node[], context: Context): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const side = node.type === "word" ? sides.get(node.text) : undefined;
    const at = result.findLastIndex(({ type }) => type === "days" || type === "weekday" || type === "feast");
    const edge = side && at >= 0 ? edges(result[at] as DayNode, context)[0] : undefined;
    const last = result.at(-1);
    if (!edge) result.push(node);
    else if (last?.type === "word" && last.text === "tag") {
      const day = side === 1 ? edge.last + 1 : edge.first - 1;
      result.splice(-1, 1, { type: "repair" }, { type: "days", readings: [[day]] });
    } else if (result.slice(at + 1).some(isElsewhere)) {
      const bound = side === 1 ? { from: edge.last + 1 } : { until: edge.first };
      result.push({ type: "repair" }, { type: "daybound", readings: [bound] });
    } else result.push(node);
  }
  return result;
}
