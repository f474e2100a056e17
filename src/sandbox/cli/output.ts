import type { Expectation, Line } from "../callers/run";

const colours = { dim: 2, green: 32, red: 31, cyan: 36, yellow: 33 } as const;

/** Colours on a terminal, plain text in a pipe. */
export function paint(colour: keyof typeof colours, text: string): string {
  return process.stdout.isTTY ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
}

const speakers = { agent: "Agent", caller: "Anrufer" } as const;

export function formatLine(line: Line): string {
  const at = paint("dim", `${line.at.toFixed(1).padStart(6)} s`);
  const who = line.call ? `${line.call} ` : "";
  switch (line.kind) {
    case "agent":
      return `${at}  ${paint("cyan", `${who}${speakers.agent}:`.padEnd(9))} ${line.text}`;
    case "caller":
      return `${at}  ${paint("yellow", `${who}${speakers.caller}:`.padEnd(9))} ${line.text}`;
    case "tool":
      return `${at}  ${paint("dim", `${who}→ ${line.text}  ${line.ms} ms, ${line.result}`)}`;
    case "webhook":
      return `${at}  ${paint("dim", `${who}⇢ ${line.text}: ${line.result}`)}`;
    case "ring":
      return `\n${at}  ${who}☎ ${line.text}`;
    case "hangup":
      return `${at}  ${who}${line.text}`;
    case "note":
      return `          ${paint("dim", line.text)}`;
  }
}

export function formatExpectation({ text, state, found }: Expectation): string {
  if (state === "true") return `Erwartet: ${text} ${paint("green", "✓")}`;
  if (state === "unchecked")
    return `Erwartet: ${text} ${paint("yellow", "– nicht nachgesehen, kein API-Schlüssel")}`;
  return `Erwartet: ${text} ${paint("red", "✗")} ${found ?? ""}`;
}
