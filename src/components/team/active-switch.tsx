"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CatalogEntity } from "@/contracts/catalog";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
  DialogTrigger,
} from "../ui/dialog";
import { useErrorToast } from "../use-error-toast";
import { useCatalogChanged } from "./use-catalog-changed";

interface ActiveSwitchProps {
  entity: Exclude<CatalogEntity, "resource">;
  item: { id: number; name: string; active: boolean; version: number; upcoming: number };
}

const routers = { staff: "staff", service: "services", branch: "branches" } as const;

/** Out of use, after saying what becomes of the appointments; back in without a question. */
export function ActiveSwitch({ entity, item }: ActiveSwitchProps) {
  const t = useTranslations("team.active");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const [open, setOpen] = useState(false);
  const change = useMutation(
    trpc[routers[entity]].setActive.mutationOptions({
      onSuccess: () =>
        toast.success(t(`${entity}.${item.active ? "deactivated" : "activated"}`, { name: item.name })),
      onError: sayError,
      onSettled: async () => {
        await changed();
        setOpen(false);
      },
    }),
  );
  const set = (active: boolean) => change.mutate({ id: item.id, version: item.version, active });
  if (!can("catalog:write")) return null;
  if (!item.active)
    return (
      <Button className="self-start" disabled={change.isPending} onClick={() => set(true)}>
        {t(`${entity}.activate`)}
      </Button>
    );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger>
        <Button variant="ghost" className="-ml-3.5 self-start text-muted-foreground">
          {t(`${entity}.deactivate`)}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogTitle>{t(`${entity}.question`, { name: item.name })}</DialogTitle>
        <DialogDescription>
          {t(`${entity}.consequence`)}{" "}
          {item.upcoming > 0 && t(`${entity}.upcoming`, { count: item.upcoming })}
        </DialogDescription>
        {item.upcoming > 0 && entity !== "service" && <UpcomingLink entity={entity} id={item.id} />}
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" disabled={change.isPending} onClick={() => set(false)}>
            {t(`${entity}.deactivate`)}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function UpcomingLink({ entity, id }: { entity: "staff" | "branch"; id: number }) {
  const t = useTranslations("team.active");
  const { slug } = useBusiness();
  return (
    <Link
      href={`/${slug}/appointments?view=list&${entity}=${id}`}
      className="inline-flex min-h-11 items-center self-start rounded-sm text-primary-text underline-offset-4 hover:underline md:min-h-8"
    >
      {t("showUpcoming")}
    </Link>
  );
}
