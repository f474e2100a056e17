"use client";

import { useTranslations } from "next-intl";
import { priorities } from "@/contracts/calls";
import { useBusiness } from "../business-context";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "../ui/select";
import { type Callback, PriorityMark } from "./marks";
import { useCallbackVerbs } from "./use-callback-verbs";

export function PriorityField({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks.column");
  const { can } = useBusiness();
  const { change } = useCallbackVerbs();
  if (!can("callbacks:write")) return <PriorityMark priority={callback.priority} />;
  return (
    <Select
      value={callback.priority}
      onValueChange={(priority) =>
        change.mutate({ callbackId: callback.id, priority: priority as Callback["priority"] })
      }
    >
      <SelectTrigger aria-label={t("priority")} className="-my-2 w-36">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {priorities.map((priority) => (
          <SelectItem key={priority} value={priority}>
            <PriorityMark priority={priority} />
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
