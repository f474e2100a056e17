import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { Button } from "../ui/button";
import { wishOf } from "./callback-words";
import { type Callback, PriorityMark, StateMark, WhenMark } from "./marks";
import { RowAction } from "./row-action";

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

/** In the hallway, phone in hand: take it on, then dial. */
export function CardAction({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const { phone } = callback;
  return (
    <>
      {phone && callback.isMine && callback.completedAt === null && (
        <Button asChild size="small" variant="primary">
          <a href={`tel:${phone}`} aria-label={t("dial", { phone: formatPhone(phone) })}>
            <Phone />
            {t("dialShort")}
          </a>
        </Button>
      )}
      <RowAction callback={callback} />
    </>
  );
}
