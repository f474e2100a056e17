import { useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { TableHead, TableRow } from "@/components/ui/table";
import type { Explanation } from "@/lib/german-time";
import { MeaningLine } from "./meaning-line";

type Step = Explanation["steps"][number];

/** The answer first; below it how it came about. */
export function Answer({ explanation }: { explanation: Explanation }) {
  const t = useTranslations("platform.germanTime");
  const { steps, alternatives, meaning } = explanation;
  const changed = steps.filter((step, i) => isChange(step, steps[i - 1]));
  const quiet = steps.filter((step) => !changed.includes(step));
  return (
    <div className="flex flex-col gap-9">
      <Section title={t("meaning")}>
        <MeaningLine meaning={meaning} />
      </Section>
      <Section title={t("steps")}>
        <div className="overflow-x-auto">
          <table className="w-full text-table">
            <thead className="max-md:hidden">
              <tr className="border-b">
                <TableHead>{t("step")}</TableHead>
                <TableHead>{t("rule")}</TableHead>
                <TableHead>{t("from")}</TableHead>
                <TableHead>{t("to")}</TableHead>
              </tr>
            </thead>
            <tbody>
              {changed.map((step) => (
                <StepRows key={step.name} step={step} />
              ))}
            </tbody>
          </table>
        </div>
        {quiet.length > 0 && (
          <p className="pt-3 text-muted-foreground text-table">
            {t("unchanged", { steps: quiet.map(({ name }) => t(`names.${name}`)).join(", ") })}
          </p>
        )}
      </Section>
      {alternatives.length > 0 && (
        <Section title={t("alternatives")}>
          <ol className="flex flex-col gap-1.5 pt-3">
            {alternatives.map((alternative) => (
              <li key={alternative} className="font-mono text-table">
                {alternative}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

const isChange = ({ rules, nodes }: Step, before: Step | undefined) =>
  rules.length > 0 || nodes.join("\n") !== before?.nodes.join("\n");

function StepRows({ step: { name, rules, nodes } }: { step: Step }) {
  const t = useTranslations("platform.germanTime");
  return (
    <>
      {rules.map(({ pattern, from, to }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same rule may apply twice, and the list never changes
        <TableRow key={i} className="border-b-0 align-top max-md:flex max-md:flex-col">
          <td className="whitespace-nowrap px-3 py-1.5 font-medium">{i === 0 && t(`names.${name}`)}</td>
          <td className="break-words px-3 py-1.5 font-mono text-muted-foreground">{shortened(pattern)}</td>
          <td className="px-3 py-1.5">
            <Nodes nodes={from} />
          </td>
          <td className="px-3 py-1.5">
            <Nodes nodes={to} />
          </td>
        </TableRow>
      ))}
      <TableRow className="align-top max-md:flex max-md:flex-col">
        <td className="whitespace-nowrap px-3 pt-1.5 pb-3 font-medium">
          {rules.length === 0 && t(`names.${name}`)}
        </td>
        <td className="px-3 pt-1.5 pb-3 text-muted-foreground">{t("stands")}</td>
        <td colSpan={2} className="px-3 pt-1.5 pb-3">
          <Nodes nodes={nodes} />
        </td>
      </TableRow>
    </>
  );
}

const longest = 60;
/** Some patterns list dozens of words. */
const shortened = (pattern: string) =>
  pattern.length > longest ? `${pattern.slice(0, longest)} …` : pattern;

const Nodes = ({ nodes }: { nodes: string[] }) => (
  <span className="flex flex-wrap gap-1">
    {nodes.map((node, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: words repeat, and the list never changes
      <span key={i} className="rounded bg-muted px-1.5 py-0.5 font-mono">
        {node}
      </span>
    ))}
  </span>
);
