"use client";

import { CalendarPlus, Printer } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { PageHeader } from "../page-header";
import { SavedViews } from "../saved-views/saved-views";
import { Button } from "../ui/button";
import { AppointmentSheet } from "./appointment-sheet";
import { BranchFilter } from "./branch-filter";
import { Calendar } from "./calendar";
import { DateSteps, TodayButton } from "./date-steps";
import { NewAppointment } from "./new-appointment";
import { usePeriodTexts } from "./period";
import { StaffFilter } from "./staff-filter";
import { useAddress, useToday } from "./use-address";
import { ViewSelect, ViewSwitch } from "./view-switch";

const AppointmentList = dynamic(() => import("./appointment-list").then((module) => module.AppointmentList));
const ColumnsChoice = dynamic(() => import("./columns-choice").then((module) => module.ColumnsChoice));
const ListFilters = dynamic(() => import("./list-filters").then((module) => module.ListFilters));
const MonthView = dynamic(() => import("./month-view").then((module) => module.MonthView));
const QuickAdd = dynamic(() => import("./quick-add").then((module) => module.QuickAdd));

export function Appointments() {
  const t = useTranslations("appointments");
  const { can } = useBusiness();
  const [address, setAddress] = useAddress();
  const list = address.view === "list";
  /** The phone has a strip of days, which steps by itself. */
  const strip = address.view === "week" || address.view === "day";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={!list && <Period />}
        actions={
          <div className="flex gap-2 print:hidden">
            <SavedViews list="appointments" />
            {address.view === "day" && (
              <Button
                size="icon"
                aria-label={t("print")}
                title={t("print")}
                className="max-md:hidden"
                onClick={() => window.print()}
              >
                <Printer />
              </Button>
            )}
            {can("appointments:write") && (
              <Button variant="primary" onClick={() => setAddress({ new: true })}>
                <CalendarPlus />
                <span className="max-md:hidden">{t("new.button")}</span>
                <span className="md:hidden">{t("new.short")}</span>
              </Button>
            )}
          </div>
        }
      />
      <div className="flex flex-col gap-2 pb-3 print:hidden">
        {can("appointments:write") && <QuickAdd />}
        <div
          className={cn("flex flex-wrap items-end justify-between gap-x-3 gap-y-2", strip && "max-md:hidden")}
        >
          {list ? <ListFilters /> : <DateSteps />}
          <div className="flex items-center gap-2 max-md:hidden">
            {strip && <ColumnsChoice />}
            <ViewSwitch />
          </div>
        </div>
        <div className="flex gap-2 max-md:order-first">
          <ViewSelect />
          {strip && <TodayButton />}
          <div className="-mr-4 flex min-w-0 items-start gap-2 max-md:-my-0.5 max-md:overflow-x-auto max-md:py-0.5 max-md:pr-4 max-md:pl-2 md:mr-0">
            <BranchFilter />
            <StaffFilter />
          </div>
        </div>
      </div>
      {list ? <AppointmentList /> : address.view === "month" ? <MonthView /> : <Calendar />}
      <AppointmentSheet />
      <NewAppointment />
    </>
  );
}

function Period() {
  const [address] = useAddress();
  const today = useToday();
  const { dayText, shortDayText, weekText, monthText } = usePeriodTexts(address.date ?? today);
  if (address.view === "month") return monthText;
  return (
    <>
      <span className="md:hidden">{shortDayText}</span>
      <span className="max-md:hidden">{address.view === "day" ? dayText : weekText}</span>
    </>
  );
}
