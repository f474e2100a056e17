export interface Line {
  /** Seconds since that call began. */
  at: number;
  /** Which of several callers; empty where there is only one. */
  call: string;
  kind: "ring" | "agent" | "caller" | "tool" | "webhook" | "note" | "hangup";
  text: string;
  /** How long the tool took. */
  ms?: number;
  result?: string;
}

export interface Expectation {
  text: string;
  /** `unchecked`: there was no API key to look into the product with. */
  state: "true" | "false" | "unchecked";
  /** What was found instead. */
  found?: string;
}

/** One scenario being played, as the control interface shows it. */
export interface Run {
  id: string;
  scenario: string;
  title: string;
  tenant: string;
  state: "running" | "passed" | "failed";
  lines: Line[];
  expectations: Expectation[];
  /** Retell's ids of the calls it made. */
  callIds: string[];
  /** Why it could not be played to its end. */
  error?: string;
  startedAt: string;
  finishedAt?: string;
}
