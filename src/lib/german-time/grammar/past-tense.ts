import { type Day, firstAfter } from "../calendar";
import type { Context } from "../context";
import { isMention } from "./mentions";
import type { Node } from "./nodes";

const subjects = /^(?:ich|wir)$/;
const was = /^(?:war|waren)$/;
const participles = /^(?:angerufen|telefoniert|gesprochen|gewesen|dagewesen)$/;
const nearby = 5;

/** "Ich war am Montag da", "habe am Montag angerufen": that Monday is over. */
export function inPastTense(nodes: Node[], { today }: Context): Node[] {
  return nodes.map((node, i): Node => {
    if (node.type !== "weekday" || node.mode !== "bare") return node;
    const before = wordsBefore(nodes, i);
    const isTold = before.some(
      (word, at) =>
        was.test(word) && (subjects.test(before[at + 1] ?? "") || subjects.test(before[at - 1] ?? "")),
    );
    const isDone = wordsBehind(nodes, i).some((word) => participles.test(word));
    return isTold || isDone ? { type: "days", readings: [[firstAfter(today - 8, node.value)]] } : node;
  });
}

const textOf = (node: Node) => (node.type === "word" ? node.text : undefined);

function wordsBefore(nodes: Node[], at: number): string[] {
  const near = nodes.slice(Math.max(0, at - nearby), at).map(textOf);
  return near.slice(near.lastIndexOf(undefined) + 1).filter((text) => text !== undefined);
}

function wordsBehind(nodes: Node[], at: number): string[] {
  const near = nodes.slice(at + 1, at + 1 + nearby).map(textOf);
  const end = near.findIndex((text) => text === undefined || /^(?:und|aber|wegen|ob|dass)$/.test(text));
  return near.slice(0, end < 0 ? undefined : end).filter((text) => text !== undefined);
}

const wish =
  /^(?:haette|haetten|braeucht|braeuchte|brauche|brauch|wuerde|wuerd|koennte|koennt|koennten|moechte|moecht|wollte|will|waere|waer|ginge|geht|passt|kann|kaeme|tragen|schreiben|bitte|not)$/;

/** "Gestern hab ich angerufen, da war besetzt, hätten Sie um zwei was?": a story beside a wish is none itself. */
export function withoutStories(nodes: Node[], { today }: Context): Node[] {
  return nodes.filter((node, i) => {
    if (!isOver(node, today) || nodes[i + 1]?.type !== "word") return true;
    const behind = nodes.slice(i + 1);
    const next = behind.findIndex(isMention);
    const told = behind.slice(0, next).map(textOf);
    const isHad = told.some((text) => text !== undefined && /^hatten?$/.test(text));
    return next < 3 || isHad || !behind.some((word) => wish.test(textOf(word) ?? ""));
  });
}

export const isOver = (node: Node, today: Day): boolean =>
  (node.type === "days" &&
    node.readings.length > 0 &&
    node.readings.every((days) => days.every((day) => day < today))) ||
  (node.type === "week" && node.monday + 6 < today);
