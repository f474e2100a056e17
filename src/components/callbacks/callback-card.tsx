import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { wishOf } from "./callback-words";
import { type Callback, PriorityMark, StateMark, WhenMark } from "./marks";

/** A callback as it stands in a narrow list. */
export function CallbackCard({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const { spokenLanguage } = useBusiness();
  const pressing = callback.priority === "high" || callback.priority === "urgent";
  const reason = wishOf(callback, (time) => t("wish", { time }));
  return (
    <div className="flex flex-col gap-1">
      <CallerLine name={callback.name ?? callback.customerName} phone={callback.phone} />
      {reason && (
        <p lang={spokenLanguage} className="line-clamp-2 text-muted-foreground">
          {reason}
        </p>
      )}
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-table">
        <WhenMark callback={callback} />
        {pressing && callback.completedAt === null && <PriorityMark priority={callback.priority} />}
        <StateMark callback={callback} />
      </div>
    </div>
  );
}
