import type { InngestFunction } from "inngest";

/** Every background function of the product; what is missing here never runs. */
export const functions: InngestFunction.Any[] = [];
