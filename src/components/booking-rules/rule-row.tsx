"use client";

import { useTranslations } from "next-intl";
import type { BookingRule } from "@/contracts/booking-rules";
import { EditRule } from "./edit-rule";
import type { Inherited } from "./inherited";
import type { RuleTarget } from "./rule-form";
import { useRuleText } from "./use-rule-text";

interface RuleRowProps {
  name: string;
  rule: BookingRule;
  /** Absent for the business itself. */
  inherited?: Inherited;
  target: RuleTarget;
}

/** What holds here as one would say it, and the way to change it. */
export function RuleRow({ name, rule, inherited, target }: RuleRowProps) {
  const t = useTranslations("settings.bookingRules");
  const common = useTranslations("common");
  const { summary } = useRuleText();
  const said = summary(rule);
  const wider = Object.values(inherited ?? {}).includes("perBranch") ? "asBranch" : "asBusiness";
  const silent = said.length === 0 && rule.feeText === null;
  return (
    <li className="flex min-h-10 items-start justify-between gap-4 border-t py-2 first:border-t-0">
      <div className="min-w-0 py-1">
        <span className="block break-words font-medium">{name}</span>
        <span className="block text-muted-foreground">
          {silent ? t(inherited ? wider : "nothing") : said.join(" · ")}
        </span>
        {rule.feeText && (
          <span className="block break-words text-muted-foreground">
            {common("quote", { text: rule.feeText })}
          </span>
        )}
      </div>
      <EditRule name={name} rule={rule} inherited={inherited} target={target} />
    </li>
  );
}
