import { useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { useBusiness } from "../business-context";
import type { DeskColumn } from "./desk-columns";

/** The day on paper: one list per person, with room beside each line. Only a printer sees it. */
export function DayPrint({ people }: { people: readonly DeskColumn[] }) {
  const t = useTranslations("appointments");
  const { name } = useBusiness();
  const busy = people.filter(({ items }) => items.length > 0);
  return (
    <div className="hidden print:block" data-print="day">
      <p className="pb-6">{name}</p>
      {busy.length === 0 && <p>{t("noneThatDay")}</p>}
      {busy.map(({ key, name: person, items, day, staffId }) => (
        <section key={key} className="break-inside-avoid pb-8">
          <h2 className="border-b pb-1 font-semibold">
            {person ?? t("nobody")}
            {day.staff.some((one) => one.staffId === staffId && one.awayAllDay) && ` · ${t("backdrop.away")}`}
          </h2>
          <table className="w-full table-fixed text-table">
            <tbody>
              {[...items]
                .sort((a, b) => a.startMinute - b.startMinute)
                .map((item) => (
                  <tr key={item.id} className="border-b">
                    <td className="w-28 py-1.5 tabular-nums">
                      {t("replan.time", { from: clockOf(item.startMinute), until: clockOf(item.endMinute) })}
                    </td>
                    <td className="break-words py-1.5 pr-3 font-medium">{item.name ?? t("unnamed")}</td>
                    <td className="break-words py-1.5 pr-3">{item.serviceName ?? t("noService")}</td>
                    <td className="break-words py-1.5">{item.branchName}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
