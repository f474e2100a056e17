export { type Consent, judgeConsent } from "./consent";
export { judgeYes, type Verdict } from "./judge-yes";
export type { Asked } from "./read-back";
export { findWithdrawal, judgeRecordingConsent, type RecordingConsent } from "./recording-consent";
export type { Utterance } from "./turns";
