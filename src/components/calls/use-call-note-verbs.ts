"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useErrorToast } from "../use-error-toast";

/** What people attach to a call: every write shows at once, here and, by the live stream, with everybody else. */
export function useCallNoteVerbs() {
  const t = useTranslations("calls.notes");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onError: useErrorToast(),
    onSettled: () => queryClient.invalidateQueries(trpc.callNotes.pathFilter()),
  };
  const add = useMutation(trpc.callNotes.add.mutationOptions(options));
  const change = useMutation(trpc.callNotes.change.mutationOptions(options));
  const remove = useMutation(
    trpc.callNotes.remove.mutationOptions({ ...options, onSuccess: () => toast.success(t("removed")) }),
  );
  const tag = useMutation(trpc.callNotes.tag.mutationOptions(options));
  const untag = useMutation(trpc.callNotes.untag.mutationOptions(options));
  return { add, change, remove, tag, untag };
}
