"use client";

import { useQuery } from "@tanstack/react-query";
import { PhoneIncoming } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";

const TestCallDialog = lazy(async () => ({ default: (await import("./test-call-dialog")).TestCallDialog }));

/** Lets a made-up person call, where the stand-ins run; elsewhere there is no such button. */
export function TestCallButton() {
  const t = useTranslations("today.testCall");
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const available = useQuery(trpc.testCalls.available.queryOptions(undefined, { staleTime: Infinity }));
  if (!available.data) return null;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <PhoneIncoming />
        {t("button")}
      </Button>
      {open && (
        <Suspense>
          <TestCallDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
