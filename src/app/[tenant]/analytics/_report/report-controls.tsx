"use client";

import { BarChart3, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { DaySpan } from "@/components/form/day-span";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { wallTimeOf } from "@/lib/plain-date";
import { daysOf, type Period, periods } from "./address";
import { type ReportData, useAddress } from "./use-report";

/** Which days, whose calls, and whether as charts or as tables. */
export function ReportControls({ choices }: { choices: ReportData["choices"] | undefined }) {
  const t = useTranslations("analytics.controls");
  const [{ view }, setAddress] = useAddress();
  const other = view === "charts" ? "tables" : "charts";
  return (
    <div className="flex w-full flex-wrap items-end gap-2 md:items-start md:w-auto print:hidden">
      <PeriodChoice />
      <NarrowTo name="branch" choices={choices?.branches} />
      <NarrowTo name="agent" choices={choices?.agents} />
      <Button className="flex-1 md:flex-none" onClick={() => setAddress({ view: other })}>
        {other === "tables" ? <Table2 /> : <BarChart3 />}
        {t(other)}
      </Button>
    </div>
  );
}

function PeriodChoice() {
  const t = useTranslations("analytics.controls");
  const [address, setAddress] = useAddress();
  const { timeZone } = useBusiness();
  const today = wallTimeOf(new Date(), timeZone).date;
  const days = daysOf(address, today);
  const choose = (period: Period) =>
    setAddress(
      period === "custom"
        ? { period, from: days.fromDate, to: days.toDate }
        : { period, from: null, to: null },
    );
  return (
    <>
      <NativeSelect
        aria-label={t("period")}
        className="min-w-40 flex-1 md:w-44 md:flex-none"
        value={address.period}
        onValueChange={(value) => choose(value as Period)}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {t(`periods.${period}`)}
          </option>
        ))}
      </NativeSelect>
      {address.period === "custom" && (
        <div className="flex w-full gap-2 md:w-auto">
          <DaySpan
            closed
            expects="back"
            from={days.fromDate}
            to={days.toDate}
            labels={{ from: t("from"), to: t("to") }}
            onChange={setAddress}
          />
        </div>
      )}
    </>
  );
}

const all = "all";

interface NarrowToProps {
  name: "branch" | "agent";
  choices: readonly { id: number; name: string }[] | undefined;
}

/** Only where there is a choice, and not before it is known: a select whose entries come later shows its first one. */
function NarrowTo({ name, choices }: NarrowToProps) {
  const t = useTranslations("analytics.controls");
  const [address, setAddress] = useAddress();
  const chosen = address[name];
  if (!choices || (choices.length < 2 && chosen === null)) return null;
  return (
    <NativeSelect
      aria-label={t(name)}
      className="min-w-40 flex-1 md:w-44 md:flex-none"
      value={chosen === null ? all : String(chosen)}
      onValueChange={(value) => setAddress({ [name]: value === all ? null : Number(value) })}
    >
      <option value={all}>{t(`${name}All`)}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={String(choice.id)}>
          {choice.name}
        </option>
      ))}
    </NativeSelect>
  );
}
