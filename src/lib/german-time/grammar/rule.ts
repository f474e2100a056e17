import type { Context } from "../context";
import type { Cardinal, Node, NodeType } from "./nodes";

/**
 * One line of grammar: a pattern over words and nodes, and what it means. Elements are separated by blanks:
 * `um|gegen` one of these words, `naechst~` the word with any adjective ending, `<n>` a node (captured),
 * `<week|weekday>` one of several types, `<count>` a number or "eine/r/m/n", `<:vor|nach>` one of these words
 * (captured), `?` behind an element that may be missing, and `!` before one that must not follow.
 */
export interface Rule {
  pattern: string;
  elements: Element[];
  build: (captures: never, context: Context) => Node | Node[] | undefined;
}

type Split<T extends string> = T extends `${infer A}|${infer B}` ? A | Split<B> : T;
type Captured<T extends string> = T extends `:${infer W}`
  ? Split<W>
  : T extends "count"
    ? Cardinal
    : Extract<Node, { type: Split<T> }>;
type Captures<P extends string> = P extends `${infer A} !${string}` ? Slots<A> : Slots<P>;
type Slots<P extends string> = P extends `${string}<${infer T}>${infer R}`
  ? [R extends `?${string}` ? Captured<T> | undefined : Captured<T>, ...Slots<R>]
  : [];

interface Element {
  words: Set<string>;
  types: Set<string>;
  captures: boolean;
  optional: boolean;
  forbidden: boolean;
}

export function rule<const P extends string>(
  pattern: P,
  build: (captures: Captures<P>, context: Context) => Node | Node[] | undefined,
): Rule {
  return { pattern, elements: pattern.split(" ").map(element), build };
}

const endings = ["e", "en", "er", "es", "em"];
const one = ["ein", "eine", "einer", "einem", "einen"];

function element(source: string): Element {
  const forbidden = source.startsWith("!");
  const optional = source.endsWith("?");
  const core = source.slice(forbidden ? 1 : 0, optional ? -1 : undefined);
  const slot = /^<(:?)(.+)>$/.exec(core);
  const names = (slot?.[2] ?? core).split("|");
  const isWords = !slot || slot[1] === ":";
  const words = isWords ? names.flatMap(inflected) : names.includes("count") ? one : [];
  const types = isWords ? [] : names.map((name) => (name === "count" ? "n" : name));
  return { words: new Set(words), types: new Set(types), captures: Boolean(slot), optional, forbidden };
}

const inflected = (word: string) =>
  word.endsWith("~") ? endings.map((ending) => word.slice(0, -1) + ending) : [word];

/** Rules by what they may begin with. */
export type Level = Map<string, Rule[]>;

export function level(rules: Rule[]): Level {
  const byStart: Level = new Map();
  for (const entry of rules) {
    for (const start of starts(entry.elements)) byStart.set(start, [...(byStart.get(start) ?? []), entry]);
  }
  return byStart;
}

function starts(elements: Element[]): string[] {
  const found = new Set<string>();
  for (const { words, types, optional } of elements) {
    for (const word of words) found.add(`"${word}`);
    for (const type of types) found.add(type);
    if (!optional) break;
  }
  return [...found];
}

/** One pass from left to right: at each node the longest rule applies, the earlier one among equals. */
export function applyLevel(rules: Level, nodes: Node[], context: Context): Node[] {
  const result: Node[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as Node;
    const found = longest(rules, nodes, at, context);
    if (found) context.trace?.rule(found.pattern, nodes.slice(at, found.end), found.built);
    result.push(...(found ? found.built : [node]));
    at = found ? found.end : at + 1;
  }
  return result;
}

function longest(rules: Level, nodes: Node[], at: number, context: Context) {
  const node = nodes[at] as Node;
  const candidates = rules.get(node.type === "word" ? `"${node.text}` : node.type);
  let best: { pattern: string; end: number; built: Node[] } | undefined;
  for (const candidate of candidates ?? []) {
    const match = matchFrom(candidate.elements, 0, nodes, at);
    if (!match || (best && match.end <= best.end)) continue;
    const built = candidate.build(match.captures as never, context);
    if (!built) continue;
    best = { pattern: candidate.pattern, end: match.end, built: Array.isArray(built) ? built : [built] };
  }
  return best;
}

type Capture = Node | string | undefined;

function matchFrom(
  elements: Element[],
  index: number,
  nodes: Node[],
  at: number,
): { end: number; captures: Capture[] } | undefined {
  const wanted = elements[index];
  if (!wanted) return { end: at, captures: [] };
  const node = nodes[at];
  if (wanted.forbidden)
    return node && fits(wanted, node) ? undefined : matchFrom(elements, index + 1, nodes, at);
  if (node && fits(wanted, node)) {
    const rest = matchFrom(elements, index + 1, nodes, at + 1);
    if (rest) {
      if (wanted.captures) rest.captures.unshift(captured(wanted, node));
      return rest;
    }
  }
  if (!wanted.optional) return undefined;
  const rest = matchFrom(elements, index + 1, nodes, at);
  if (rest && wanted.captures) rest.captures.unshift(undefined);
  return rest;
}

const fits = ({ words, types }: Element, node: Node) =>
  node.type === "word" ? words.has(node.text) : types.has(node.type);

/** A word is captured as its text, but "eine" in the place of a number as 1. */
function captured({ types }: Element, node: Node): Capture {
  if (node.type !== "word") return node;
  return types.size > 0 ? { type: "n", value: 1 } : node.text;
}

export const isType = <T extends NodeType>(
  node: Node | undefined,
  ...types: T[]
): node is Extract<Node, { type: T }> => node !== undefined && (types as NodeType[]).includes(node.type);
