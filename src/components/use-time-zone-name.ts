import { useTranslations } from "next-intl";
import { timeZones } from "@/contracts/time-zones";

/** "Wien" for "Europe/Vienna": by the city whose clocks it goes by. One that nobody offers here keeps its own name. */
export function useTimeZoneName(): (zone: string) => string {
  const t = useTranslations("terms.timeZone");
  return (zone) => {
    const known = timeZones.find((name) => name === zone);
    return known ? t(known) : zone.replaceAll("_", " ");
  };
}
