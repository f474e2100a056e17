export type { Hours, Region } from "./context";
export { interpret } from "./interpret";
export type { Meaning } from "./reading";
export type { Clock, Input, InvalidReason, Reading } from "./result";
export { understand } from "./understand";
