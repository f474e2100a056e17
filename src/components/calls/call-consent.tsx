import { Bot, Mic, MicOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { findAiDisclosure } from "@/lib/ai-disclosure";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { JumpTo } from "./jump-to";
import type { Call } from "./lay-transcript";

/** What has to be said and asked at the start of every call, and the second at which it was. */
export function CallConsent({ call }: { call: Call }) {
  const t = useTranslations("calls.consent");
  const greeted = call.utterances.some(({ role }) => role === "agent");
  const disclosure = findAiDisclosure(call.utterances);
  const { recordingDecision: decision, recordingDecidedMs, recordingWords } = call;
  return (
    <Section title={t("title")}>
      <ul className="flex flex-col gap-2.5 py-3">
        {greeted && (
          <li className="flex items-center justify-between gap-4">
            <StatusMark icon={disclosure ? Bot : TriangleAlert} tone={disclosure ? "success" : "warning"}>
              {t(disclosure ? "disclosed" : "notDisclosed")}
            </StatusMark>
            {disclosure?.startMs != null && <JumpTo ms={disclosure.startMs} />}
          </li>
        )}
        <li className="flex items-center justify-between gap-4">
          <StatusMark
            icon={decision === "granted" ? Mic : MicOff}
            tone={decision === "granted" ? "success" : "neutral"}
          >
            {t(`recording.${decision}`)}
          </StatusMark>
          {recordingDecidedMs !== null && <JumpTo ms={recordingDecidedMs} />}
        </li>
      </ul>
      {recordingWords && (
        <p className="pb-3 text-muted-foreground text-table">{t("words", { words: recordingWords })}</p>
      )}
      {decision === "granted" && !call.hasRecording && call.status !== "ongoing" && (
        <p className="pb-3 text-muted-foreground text-table">{t("nothingKept")}</p>
      )}
    </Section>
  );
}
