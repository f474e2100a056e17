import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DriftWay } from "@/contracts/calendar-sync";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "../ui/dialog";
import { useErrorToast } from "../use-error-toast";
import type { DriftView } from "./outputs";

/** Ways out that cancel somebody's appointment; they ask once more. */
const cancelling: Partial<Record<DriftView["kind"], readonly DriftWay[]>> = {
  differs: ["cancel_both"],
  missing_there: ["take_theirs"],
  overlaps: ["keep_ours", "take_theirs"],
};

export function DriftWays({ drift }: { drift: DriftView }) {
  const t = useTranslations("calendarSync");
  const [asked, setAsked] = useState<DriftWay>();
  const resolve = useResolve(drift);
  const label = (way: DriftWay) => t(`way.${drift.kind}.${way}` as "way.differs.keep_ours");
  const choose = (way: DriftWay) =>
    cancelling[drift.kind]?.includes(way) ? setAsked(way) : resolve.run(way);
  return (
    <div className="flex flex-wrap gap-2">
      {drift.ways.map((way, index) => (
        <Button
          key={way}
          size="small"
          variant={index < 2 ? "secondary" : "ghost"}
          disabled={resolve.isPending}
          onClick={() => choose(way)}
        >
          {label(way)}
        </Button>
      ))}
      <Dialog open={asked !== undefined} onOpenChange={(open) => !open && setAsked(undefined)}>
        <DialogContent>
          <DialogTitle>{t("confirm.title")}</DialogTitle>
          <DialogDescription>{t("confirm.hint")}</DialogDescription>
          <DialogFooter>
            <Button onClick={() => setAsked(undefined)}>{t("confirm.back")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (asked) resolve.run(asked);
                setAsked(undefined);
              }}
            >
              {asked && label(asked)}
            </Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </div>
  );
}

function useResolve({ appointmentId, version }: DriftView) {
  const t = useTranslations("calendarSync");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const options = {
    onSuccess: (row: { syncState: string }) => toast(t(row.syncState === "pending" ? "onItsWay" : "done")),
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.calendarSync.pathFilter()),
  };
  const mutations = {
    keep_ours: useMutation(trpc.calendarSync.keepOurs.mutationOptions(options)),
    take_theirs: useMutation(trpc.calendarSync.takeTheirs.mutationOptions(options)),
    cancel_both: useMutation(trpc.calendarSync.cancelBoth.mutationOptions(options)),
  };
  return {
    isPending: Object.values(mutations).some(({ isPending }) => isPending),
    run: (way: DriftWay) => mutations[way].mutate({ appointmentId, version }),
  };
}
