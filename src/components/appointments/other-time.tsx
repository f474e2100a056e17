"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Slot } from "@/contracts/appointments";
import type { WishedTimeRequest } from "@/contracts/calendar";
import { readClock } from "@/lib/read-clock";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { TimeInput } from "../form/time-input";
import { useProblem } from "../form/use-problem";
import { Button } from "../ui/button";
import { SlotRefusal } from "./slot-refusal";
import type { Refused } from "./use-refusal";

interface OtherTimeProps {
  at: Omit<WishedTimeRequest, "time">;
  onChoose: (slot: Slot) => void;
}

/** A time that the list does not have: every five minutes can be one. */
export function OtherTime({ at, onChoose }: OtherTimeProps) {
  const t = useTranslations("appointments.freeTimes.other");
  const problem = useProblem();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [time, setTime] = useState("");
  const [wrong, setWrong] = useState<string>();
  const ask = useMutation<Slot, Refused, WishedTimeRequest>({
    mutationFn: (request) =>
      queryClient.fetchQuery({ ...trpc.appointments.wishedSlot.queryOptions(request), retry: false }),
    onSuccess: onChoose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.reset();
    const wish = readClock(time);
    const onFive = Number(wish?.slice(3)) % 5 === 0;
    setWrong(wish === undefined ? "time" : onFive ? undefined : "five_minutes");
    if (wish !== undefined && onFive) ask.mutate({ ...at, time: wish });
  };
  return (
    <div className="flex flex-col gap-3 pt-4">
      <form onSubmit={submit}>
        <Field label={t("label")} error={problem(wrong)}>
          {(control) => (
            <span className="flex gap-2">
              <TimeInput {...control} value={time} onChange={setTime} />
              <Button type="submit" disabled={ask.isPending}>
                {t("submit")}
              </Button>
            </span>
          )}
        </Field>
      </form>
      {ask.error && (
        <SlotRefusal
          error={ask.error}
          onChoose={(slot) => {
            ask.reset();
            onChoose(slot);
          }}
        />
      )}
    </div>
  );
}
