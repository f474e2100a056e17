import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";

const any = () => true;
const isSize = (value: string) => /^(xs|sm|base|lg|table|title|\[\d.*\])$/.test(value);
const isWidth = (value: string) => /^(\d+|\[\d+px\])$/.test(value);
const isWeight = (value: string) => /^(normal|medium|semibold)$/.test(value);
/** Every class of these names sets the same property. */
const plain = [
  ...["p", "px", "py", "pt", "pr", "pb", "pl", "m", "mx", "my", "mt", "mr", "mb", "ml"],
  ...["w", "h", "size", "min-w", "min-h", "max-w", "max-h", "gap", "gap-x", "gap-y"],
  ...["inset", "inset-x", "inset-y", "top", "right", "bottom", "left", "z", "order"],
  ...["items", "justify", "self", "basis", "grid-cols", "opacity", "duration", "leading", "line-clamp"],
  ...[
    "cursor",
    "align",
    "grid-rows",
    "underline-offset",
    "whitespace",
    "overflow",
    "overflow-x",
    "overflow-y",
    "transition",
    "brightness",
  ],
  ...["translate-x", "translate-y", "rotate", "row-span", "outline-offset", "scroll-mb", "scroll-mt"],
  ...["stroke", "fill", "list", "col-span", "col-start"],
] as const;

/** Of tailwind-merge's table only the rows this house uses: whole, it weighs as much as a page of ours. */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    ...Object.fromEntries(plain.map((name) => [name, [{ [name]: [any] }]])),
    display: [
      ...["block", "inline", "inline-block", "flex", "inline-flex", "grid", "contents", "hidden"],
      ...["table", "table-cell", "flow-root"],
    ],
    position: ["static", "fixed", "absolute", "relative", "sticky"],
    direction: [{ flex: ["row", "col", "row-reverse", "col-reverse"] }],
    wrap: [{ flex: ["wrap", "nowrap"] }],
    flex: [{ flex: ["1", "auto", "none"] }],
    grow: [{ grow: ["", "0"] }],
    shrink: [{ shrink: ["", "0"] }],
    textAlign: [{ text: ["left", "center", "right"] }],
    textSize: [{ text: [isSize] }],
    textColor: [{ text: [any] }],
    weight: [{ font: [isWeight] }],
    rounded: [{ rounded: ["", (value: string) => !/^[tblrse]-/.test(value)] }],
    "rounded-t": [{ "rounded-t": [any] }],
    borderWidth: [{ border: ["", isWidth] }],
    ...Object.fromEntries(
      [..."xytrbl"].map((side) => [`border-${side}`, [{ border: [{ [side]: ["", isWidth] }] }]]),
    ),
    background: [{ bg: [(value: string) => !/gradient\(/.test(value)] }],
    backgroundImage: [{ bg: [any] }],
    family: [{ font: ["sans", "mono"] }],
    breaks: [{ break: ["words", "all"] }],
    decoration: ["underline", "no-underline", "line-through"],
    borderCollapse: [{ border: ["collapse", "separate"] }],
    borderStyle: [{ border: ["solid", "dashed", "none"] }],
    borderColor: [{ border: [(value: string) => !/^([trblxy]|spacing)(-|$)/.test(value)] }],
    "border-l-color": [{ "border-l": [any] }],
    animate: [{ animate: ["none", "spin", "pulse"] }],
    ringColor: [{ ring: [(value: string) => !/^(inset|\d)/.test(value)] }],
    shadow: [{ shadow: [(value: string) => value.startsWith("[")] }],
    outlineColor: [{ outline: [(value: string) => !/^(none|hidden|offset|\d)/.test(value)] }],
  },
  conflictingClassGroups: {
    p: ["px", "py", "pt", "pr", "pb", "pl"],
    px: ["pr", "pl"],
    py: ["pt", "pb"],
    m: ["mx", "my", "mt", "mr", "mb", "ml"],
    mx: ["mr", "ml"],
    my: ["mt", "mb"],
    size: ["w", "h"],
    gap: ["gap-x", "gap-y"],
    inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
    "inset-x": ["right", "left"],
    "inset-y": ["top", "bottom"],
    rounded: ["rounded-t"],
    borderWidth: ["border-x", "border-y", "border-t", "border-r", "border-b", "border-l"],
    "border-x": ["border-r", "border-l"],
    "border-y": ["border-t", "border-b"],
    borderColor: ["border-l-color"],
    textSize: ["leading"],
    "line-clamp": ["display", "overflow"],
    flex: ["basis", "grow", "shrink"],
    overflow: ["overflow-x", "overflow-y"],
  },
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: ["*", "**", "after", "before", "file", "first-letter", "marker", "selection"],
}));

/** Joins class names; of two that set the same property the later one wins. */
export const cn = (...classes: ClassValue[]) => merge(clsx(classes));
