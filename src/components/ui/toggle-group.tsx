"use client";

import { type ComponentProps, createContext, useContext, useState } from "react";
import { walkByArrows } from "./walk-by-arrows";

interface Choices {
  value: string | undefined;
  /** Where the Tab key arrives. */
  stop: string | undefined;
}

const Choices = createContext<Choices>({ value: undefined, stop: undefined });

interface ToggleGroupProps extends ComponentProps<"div"> {
  "aria-label": string;
  /** Of all items, in their order. */
  values: readonly string[];
  /** Which of them is chosen, if any. */
  value: string | undefined;
}

/**
 * Any number of choices as one stop of the Tab key: arrows walk through them without choosing, in several rows as the
 * eye does, Enter or the space bar chooses. What a choice does is the item's `onClick`.
 */
export function ToggleGroup({ values, value, ...props }: ToggleGroupProps) {
  const [reached, setReached] = useState<string>();
  const stop = [reached, value].find((one) => one !== undefined && values.includes(one)) ?? values[0];
  return (
    <Choices value={{ value, stop }}>
      <div
        role="radiogroup"
        onKeyDown={(event) => walkByArrows(event, "[role=radio]")}
        onFocus={({ target }) => setReached(target.closest<HTMLElement>("[role=radio]")?.dataset.value)}
        onBlur={({ currentTarget, relatedTarget }) =>
          !currentTarget.contains(relatedTarget) && setReached(undefined)
        }
        {...props}
      />
    </Choices>
  );
}

export function ToggleGroupItem({ value, ...props }: ComponentProps<"button"> & { value: string }) {
  const { value: chosen, stop } = useContext(Choices);
  return (
    // biome-ignore lint/a11y/useSemanticElements: arrows walk past a button without choosing it, past an input they would
    <button
      type="button"
      role="radio"
      aria-checked={value === chosen}
      data-state={value === chosen ? "on" : "off"}
      data-value={value}
      tabIndex={value === stop ? 0 : -1}
      {...props}
    />
  );
}
