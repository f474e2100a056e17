import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

/** Our own text sizes, or the merge would take `text-table` for a colour and drop it. */
const merge = extendTailwindMerge({
  extend: { classGroups: { "font-size": [{ text: ["table", "title"] }] } },
});

/** Joins class names; of two that set the same property the later one wins. */
export const cn = (...classes: ClassValue[]) => merge(clsx(classes));
