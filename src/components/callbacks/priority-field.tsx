"use client";

import { useTranslations } from "next-intl";
import { priorities } from "@/contracts/calls";
import { useBusiness } from "../business-context";
import { NativeSelect } from "../ui/native-select";
import { type Callback, PriorityMark } from "./marks";
import { useCallbackVerbs } from "./use-callback-verbs";

export function PriorityField({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks.column");
  const terms = useTranslations("terms.priority");
  const { can } = useBusiness();
  const { change } = useCallbackVerbs();
  if (!can("callbacks:write")) return <PriorityMark priority={callback.priority} />;
  return (
    <NativeSelect
      aria-label={t("priority")}
      className="-my-2 w-36"
      value={callback.priority}
      onValueChange={(priority) =>
        change.mutate({ callbackId: callback.id, priority: priority as Callback["priority"] })
      }
    >
      {priorities.map((priority) => (
        <option key={priority} value={priority}>
          {terms(priority)}
        </option>
      ))}
    </NativeSelect>
  );
}
