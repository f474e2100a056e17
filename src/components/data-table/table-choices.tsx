"use client";

import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { densities, density } from "./density";

export interface TableChoicesProps {
  /** Those that may be hidden. */
  columns: readonly { id: string; label: string }[];
  hidden: readonly string[];
  onHide: (hidden: string[]) => void;
}

/** Which columns stand in the table, and how close its rows. */
export function TableChoices({ columns, hidden, onHide }: TableChoicesProps) {
  const t = useTranslations("common.table");
  const [dense, setDense] = density.use();
  return (
    <>
      <fieldset>
        <legend className="pb-1 font-medium">{t("columns")}</legend>
        {columns.map(({ id, label }) => (
          <Checkbox
            key={id}
            checked={!hidden.includes(id)}
            onChange={({ target }) =>
              onHide(target.checked ? hidden.filter((other) => other !== id) : [...hidden, id])
            }
          >
            {label}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="flex gap-1 pt-3">
        <legend className="pb-1 font-medium">{t("density")}</legend>
        {densities.map((choice) => (
          <Button
            key={choice}
            size="small"
            aria-pressed={dense === choice}
            onClick={() => setDense(choice)}
            className={cn("flex-1", dense === choice && "border-primary bg-primary-soft text-primary-text")}
          >
            {t(choice)}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
