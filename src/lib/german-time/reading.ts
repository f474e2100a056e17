/** What was understood, in wall time of the zone; the format of SPEC §2. */
export type Definite =
  /** `YYYY-MM-DDTHH:MM`, with an offset only inside the hour that autumn repeats. */
  | { kind: "instant"; start: string }
  | { kind: "day"; date: string }
  | { kind: "days"; dates: string[]; time?: string; from?: string; to?: string }
  /** `end: null` is open. */
  | { kind: "window"; start: string; end: string | null }
  | { kind: "time"; time: string }
  | { kind: "daypart"; from: string; to: string };

export type Invalid = { kind: "invalid"; reason: "no_such_date" | "no_such_time" };

export type Meaning =
  | Definite
  | { kind: "ambiguous"; candidates: Definite[] }
  | {
      kind: "past";
      start?: string;
      end?: string;
      date?: string;
      dates?: string[];
      time?: string;
      from?: string;
      to?: string;
    }
  | Invalid
  | { kind: "none" };

/** Whether an appointment could be made by it without asking back. */
export const isDefinite = ({ kind }: Meaning): boolean =>
  !["ambiguous", "past", "invalid", "none"].includes(kind);
