export type { Clock, Input, InvalidReason, Reading, Understanding } from "./result";
export { understand } from "./understand";
