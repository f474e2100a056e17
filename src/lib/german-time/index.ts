export type { Clock, Input, InvalidReason, Reading } from "./result";
export { understand } from "./understand";
