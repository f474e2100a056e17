"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Section } from "../section";
import { Time } from "../time";
import { Button } from "../ui/button";
import { CustomerLine } from "./customer-line";
import { useUndoMerge } from "./use-undo-merge";

/** Who this customer was found to be as well. Calls from their numbers come here. */
export function Merges({ merges }: { merges: Outputs["customers"]["get"]["merges"] }) {
  const t = useTranslations("customers.merge");
  const { can, timeZone } = useBusiness();
  const undo = useUndoMerge();
  if (merges.length === 0) return null;
  return (
    <Section title={t("alsoKnownAs")}>
      <ul>
        {merges.map((merge) => (
          <li
            key={merge.id}
            className="flex items-start justify-between gap-3 border-b py-2.5 last:border-b-0"
          >
            <div className="min-w-0">
              <CustomerLine customer={merge} />
              <p className="text-muted-foreground text-table">
                {t.rich("mergedAt", { time: () => <Time value={merge.mergedAt} timeZone={timeZone} /> })}
              </p>
            </div>
            {merge.canUndo && can("customers:write") && (
              <Button
                size="small"
                disabled={undo.isPending}
                aria-label={t("undoOf", { name: merge.name ?? "" })}
                onClick={() => undo.mutate({ mergeId: merge.id })}
              >
                <Undo2 />
                {t("undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
