export type { Hours, Region } from "./context";
export { type Explanation, explain, interpret } from "./interpret";
export type { Meaning } from "./reading";
export type { Clock, Input, InvalidReason, Reading, Understanding } from "./result";
export { understand } from "./understand";
export { warmUp } from "./warm-up";
