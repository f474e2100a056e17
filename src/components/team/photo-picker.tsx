"use client";

import { useMutation } from "@tanstack/react-query";
import { ImageUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { photoLimitBytes } from "@/contracts/photos";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import { shrinkInBrowser } from "./shrink-in-browser";
import { StaffPhoto } from "./staff-photo";
import { useCatalogChanged } from "./use-catalog-changed";

interface PhotoPickerProps {
  person: { id: number; name: string; photo: string | null };
}

export function PhotoPicker({ person }: PhotoPickerProps) {
  const t = useTranslations("team.staff.photo");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const inputId = useId();
  const input = useRef<HTMLInputElement>(null);
  const outcome = (done: string) => ({
    onSuccess: async () => {
      await changed();
      toast.success(done);
    },
    onError: sayError,
  });
  const upload = useMutation({
    mutationFn: (file: File) => send(`/api/staff-photos/${slug}/${person.id}`, file),
    ...outcome(t("saved")),
  });
  const remove = useMutation(trpc.staff.removePhoto.mutationOptions(outcome(t("removed"))));
  return (
    <div className="flex items-center gap-4 py-4">
      <StaffPhoto person={person} className="size-16 text-base" />
      {can("catalog:write") && (
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            id={inputId}
            type="file"
            accept="image/jpeg,image/png"
            aria-label={t("choose")}
            className="sr-only"
            tabIndex={-1}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) upload.mutate(file);
              target.value = "";
            }}
          />
          <Button size="small" disabled={upload.isPending} onClick={() => input.current?.click()}>
            <ImageUp />
            {t(upload.isPending ? "uploading" : person.photo ? "replace" : "upload")}
          </Button>
          {person.photo && (
            <Button
              size="small"
              variant="ghost"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ staffId: person.id })}
            >
              <Trash2 />
              {t("remove")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Throws what the server refused in the form in which tRPC's errors carry it. */
async function send(address: string, file: File): Promise<void> {
  const body = file.size > photoLimitBytes ? await shrinkInBrowser(file) : file;
  const answer = await fetch(address, {
    method: "PUT",
    headers: { "content-type": body.type || "application/octet-stream" },
    body,
  });
  if (!answer.ok) throw Object.assign(new Error("refused"), { data: await answer.json() });
}
