import type { MessageUsage } from "./collect-usage";

type MessageTree = { [key: string]: string | MessageTree };
/** Full key → text. */
export type Messages = Map<string, string>;

export function flatten(tree: MessageTree, prefix = ""): Messages {
  const flat: Messages = new Map();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Names inside `{…}` that a text expects: they have to be the same in every language. */
function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]);
  // Inside a plural or select, `{# Einträge}` is a text, not a name, and `one {Tag}` is one word long.
  const choices = /,\s*(plural|select|selectordinal)\s*,/.test(text);
  const known = choices ? [...text.matchAll(/\{\s*(\w+)\s*,/g)].map((match) => match[1]) : names;
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...known, ...tags])].sort().join(", ");
}

/** What is wrong with two languages beside each other, a line each. */
export function compareLanguages(de: Messages, en: Messages): string[] {
  const problems: string[] = [];
  for (const [key, text] of de) {
    const other = en.get(key);
    if (other === undefined) problems.push(`${key}: missing in English`);
    else if (placeholders(text) !== placeholders(other))
      problems.push(`${key}: German expects {${placeholders(text)}}, English {${placeholders(other)}}`);
  }
  for (const key of en.keys()) if (!de.has(key)) problems.push(`${key}: missing in German`);
  for (const [key, text] of [...de, ...en]) if (text.trim() === "") problems.push(`${key}: empty`);
  return problems;
}

/** Keys the code asks for that nobody wrote, and texts that nobody asks for. */
export function compareUsage(messages: Messages, usages: MessageUsage[]): string[] {
  const used = new Set(usages.flatMap(({ keys }) => keys));
  const patterns = usages.flatMap((usage) => usage.patterns);
  const keys = [...messages.keys()];
  const isGroup = (key: string) => keys.some((other) => other.startsWith(`${key}.`));
  const missing = [...used].filter((key) => !messages.has(key) && !isGroup(key));
  const unused = keys.filter(
    (key) =>
      !used.has(key) &&
      !patterns.some(({ prefix, suffix }) => key.startsWith(prefix) && key.endsWith(suffix)) &&
      ![...used].some((group) => key.startsWith(`${group}.`)),
  );
  return [
    ...missing.map((key) => `${key}: asked for in the code, but not written`),
    ...unused.map((key) => `${key}: written, but nobody asks for it`),
  ];
}
