export { type Consent, judgeConsent, type Utterance } from "./consent";
export { judgeYes, type Verdict } from "./judge-yes";
export type { Asked } from "./read-back";
