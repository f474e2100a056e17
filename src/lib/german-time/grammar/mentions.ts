import type { Node, NodeType } from "./nodes";

const dayTypes: NodeType[] = ["days", "weekday", "weekdays", "week", "feast", "daybound", "offset"];
const clockTypes: NodeType[] = ["clock", "interval"];
const timeTypes: NodeType[] = [...clockTypes, "part"];

export const isDay = ({ type }: Node) => dayTypes.includes(type);
export const isTime = ({ type }: Node) => timeTypes.includes(type);
export const isClock = ({ type }: Node) => clockTypes.includes(type);
export const isMention = (node: Node) => isDay(node) || isTime(node) || node.type === "elapsed";
export const sameKind = (a: Node, b: Node) =>
  (isDay(a) && isDay(b)) || (isClock(a) && isClock(b)) || a.type === b.type;
/** Several days, some of which may be refused. */
export const isSpan = (node: Node) =>
  node.type === "week" || node.type === "weekdays" || (node.type === "days" && node.span === true);
