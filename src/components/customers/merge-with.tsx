"use client";

import { useQuery } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { SearchField } from "../search-field";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import { CustomerLine } from "./customer-line";
import { MergeDialog } from "./merge-dialog";

const shownChoices = 10;

/** Chooses the other record by hand, for whom no likeness was found. */
export function MergeWith({ customerId }: { customerId: number }) {
  const t = useTranslations("customers.merge");
  const [open, setOpen] = useState(false);
  const [otherId, setOtherId] = useState<number>();
  return (
    <>
      <Sheet open={open} onOpenChange={setOpen}>
        <SheetTrigger>
          <Button size="small" variant="ghost" className="-ml-2.5 self-start text-muted-foreground">
            <Merge />
            {t("action")}
          </Button>
        </SheetTrigger>
        <SheetContent aria-describedby={undefined}>
          <DialogTitle>{t("choose")}</DialogTitle>
          <Choices
            customerId={customerId}
            onChoose={(id) => {
              setOpen(false);
              setOtherId(id);
            }}
          />
        </SheetContent>
      </Sheet>
      {otherId !== undefined && (
        <MergeDialog customerId={customerId} otherId={otherId} onClose={() => setOtherId(undefined)} />
      )}
    </>
  );
}

function Choices({ customerId, onChoose }: { customerId: number; onChoose: (id: number) => void }) {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const { data } = useQuery(trpc.customers.list.queryOptions({ search }, { enabled: search.length >= 2 }));
  const others = data?.rows.filter((row) => row.id !== customerId).slice(0, shownChoices);
  return (
    <>
      <SearchField autoFocus label={t("search")} value={search} onChange={setSearch} />
      {others?.length === 0 && <p className="text-muted-foreground">{t("notFound")}</p>}
      <ul className="-mx-2">
        {others?.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => onChoose(row.id)}
              className="flex min-h-11 w-full items-center rounded-control px-2 py-1 transition-colors duration-150 hover:bg-hover"
            >
              <CustomerLine customer={row} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
