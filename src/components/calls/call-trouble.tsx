import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Call } from "./lay-transcript";
import { useEndingText } from "./use-ending-text";

/** A call that broke off, or in which something of ours failed, says so before anything else. */
export function CallTrouble({ call }: { call: Call }) {
  const t = useTranslations("calls.trouble");
  const tools = useTranslations("calls.tool.name");
  const ending = useEndingText(call.disconnectionReason);
  const failed = call.tools.filter((tool) => tool.status === "failed");
  const brokeOff = call.status === "failed" || call.disconnectionReason?.startsWith("error_");
  if (!brokeOff && failed.length === 0) return null;
  const names = [
    ...new Set(
      failed.map(({ name }) => (tools.has(name as "get_context") ? tools(name as "get_context") : name)),
    ),
  ];
  return (
    <div className="mb-5 flex gap-2.5 rounded-control bg-danger-soft px-3 py-2.5 text-danger-text">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div>
        {brokeOff && <p>{ending ? t("brokeOffBecause", { reason: ending }) : t("brokeOff")}</p>}
        {failed.length > 0 && <p>{t("toolFailed", { names: names.join(", ") })}</p>}
      </div>
    </div>
  );
}
