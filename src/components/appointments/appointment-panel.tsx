"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { QueryErrorState } from "../query-error-state";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { AppointmentActions } from "./appointment-actions";
import { AppointmentDetails, type AppointmentView } from "./appointment-details";
import { AppointmentHistory } from "./appointment-history";
import { AppointmentNotes, useAppointmentNotes } from "./appointment-notes";
import { CancelAppointment } from "./cancel-appointment";
import { MoveAppointment } from "./move-appointment";
import type { Place } from "./way-back";

export function AppointmentPanel({ id }: { id: number }) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const query = useQuery(trpc.appointments.get.queryOptions({ appointmentId: id }));
  if (query.data) return <OpenAppointment view={query.data} />;
  return (
    <>
      <DialogTitle className={query.isError ? "sr-only" : undefined}>{t("appointment")}</DialogTitle>
      {query.isError ? <QueryErrorState query={query} /> : <PanelSkeleton />}
    </>
  );
}

/** What it is, and what can be done with it. */
function OpenAppointment({ view }: { view: AppointmentView }) {
  const { appointment } = view;
  const [step, setStep] = useState<"details" | "move" | "cancel">("details");
  const [wished, setWished] = useState<Place>();
  const [undo, setUndo] = useState<() => void>();
  const notes = useAppointmentNotes(appointment);
  const back = () => setStep("details");
  const move = (to?: Place) => {
    setWished(to);
    setStep("move");
  };
  if (step === "move")
    return (
      <MoveAppointment
        view={view}
        wished={wished}
        onDone={(takeBack) => {
          setUndo(() => takeBack);
          back();
        }}
      />
    );
  return (
    <>
      <AppointmentDetails view={view} />
      {undo && (
        <Moved
          onUndo={() => {
            setUndo(undefined);
            undo();
          }}
        />
      )}
      <AppointmentNotes appointment={appointment} notes={notes} />
      <AppointmentHistory view={view} onMove={move} onPutBack={() => setUndo(undefined)} />
      <div className="sticky -bottom-5 z-10 -mx-5 mt-auto -mb-5 border-t bg-surface px-5 py-4 empty:hidden md:-bottom-6 md:-mx-6 md:-mb-6 md:px-6">
        {step === "cancel" ? (
          <CancelAppointment appointment={appointment} onDone={back} />
        ) : (
          <AppointmentActions
            appointment={appointment}
            notes={notes.given}
            onMove={() => move()}
            onCancel={() => setStep("cancel")}
          />
        )}
      </div>
    </>
  );
}

/** In the sheet itself: what stands above it, keys do not reach. */
function Moved({ onUndo }: { onUndo: () => void }) {
  const t = useTranslations("appointments");
  return (
    <p
      role="status"
      className="flex items-center justify-between gap-3 rounded-control bg-success-soft py-1.5 pr-1.5 pl-3 text-success-text"
    >
      <span>
        {t("move.done")}
        <span className="block text-table">{t("replan.toldNobody")}</span>
      </span>
      <Button size="small" onClick={onUndo} autoFocus>
        {t("replan.undo")}
      </Button>
    </p>
  );
}

function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-5 pt-2">
      <Skeleton className="h-5 w-40" />
      {["w-64", "w-48", "w-40", "w-56"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
