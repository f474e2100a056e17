"use client";

import { PencilLine } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useBusiness } from "../business-context";
import { useTimeText } from "../time";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import type { Assistant } from "./outputs";

const PublishDraft = dynamic(() => import("./publish-draft").then((module) => module.PublishDraft));

interface DraftBarProps {
  draft: NonNullable<Assistant["draft"]>;
  current: Assistant["current"];
}

/** Something waits here that no caller has heard yet. */
export function DraftBar({ draft, current }: DraftBarProps) {
  const t = useTranslations("assistant.draft");
  const { can, timeZone } = useBusiness();
  const [open, setOpen] = useState(false);
  const isDone = useRef(false);
  const end = () => {
    isDone.current = true;
    setOpen(false);
  };
  const saved = useTimeText({ value: draft.savedAt, timeZone });
  return (
    <section
      aria-label={t("label")}
      className="mb-7 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-surface bg-info-soft px-4 py-3"
    >
      <p className="flex min-w-0 items-start gap-2.5 text-info-text">
        <PencilLine className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <span>
          <span className="font-medium">
            {t(draft.author ? "of" : "saved", { author: draft.author ?? "", saved })}
          </span>{" "}
          {t("unheard")}
        </span>
      </p>
      <Sheet open={open} onOpenChange={setOpen}>
        <SheetTrigger>
          <Button size="small" variant={can("settings:write") ? "primary" : "secondary"}>
            {t(can("settings:write") ? "review" : "compare")}
          </Button>
        </SheetTrigger>
        <SheetContent
          aria-describedby={undefined}
          className="md:max-w-2xl"
          onCloseAutoFocus={(event) => {
            // The button that opened it goes with the draft.
            if (!isDone.current) return;
            event.preventDefault();
            document.querySelector("main")?.focus();
          }}
        >
          <DialogTitle>{t("title")}</DialogTitle>
          <PublishDraft draft={draft} current={current} onDone={end} />
        </SheetContent>
      </Sheet>
    </section>
  );
}
