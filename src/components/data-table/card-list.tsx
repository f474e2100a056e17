"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { DayHeading, dayOn, type Moment } from "./day-heading";
import { type CardShape, CardSkeletons } from "./row-skeletons";
import type { Selection } from "./use-selection";

interface CardListProps<Row> {
  label: string;
  /** Tells the rows of one answer from those of another. */
  answer: number;
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string | number;
  rowHref?: (row: Row) => string;
  card: (row: Row) => ReactNode;
  cardAction?: (row: Row) => ReactNode;
  /** When a row happened, where the rows go by that: each day begins with its name. */
  moment?: (row: Row) => Moment;
  lines?: CardShape["lines"];
  selection: Selection | undefined;
}

/** From here on, cards out of sight are neither laid out nor painted. */
const many = 100;

/** The same rows for a narrow screen. Selecting begins with a button: then a touch anywhere on a card selects it. */
export function CardList<Row>({
  label,
  answer,
  rows,
  rowId,
  rowHref,
  card,
  cardAction,
  moment,
  lines,
  selection,
}: CardListProps<Row>) {
  const [selecting, setSelecting] = useState(false);
  const finish = () => {
    setSelecting(false);
    selection?.clear();
  };
  const isLong = (rows?.length ?? 0) >= many;
  const days = moment && rows?.map((row) => dayOn(moment(row)));
  const dayBeginning = (row: Row | undefined, index: number) =>
    row && days && days[index] !== days[index - 1] ? moment(row) : undefined;
  return (
    <div className="border-t md:hidden">
      {selection && (
        <SelectBar
          day={dayBeginning(rows?.[0], 0)}
          selecting={selecting}
          disabled={!rows}
          onSelect={() => setSelecting(true)}
          onFinish={finish}
          selection={selection}
        />
      )}
      <ul key={answer} aria-label={label}>
        {rows === undefined && <CardSkeletons lines={lines} action={cardAction !== undefined} />}
        {rows?.map((row, index) => {
          const day = index === 0 && selection ? undefined : dayBeginning(row, index);
          return (
            <li
              key={rowId(row)}
              className={cn(
                "-mx-4 border-b",
                isLong && "[contain-intrinsic-size:auto_6rem] [content-visibility:auto]",
              )}
            >
              {day && <DayHeading at={day} className="px-4 pt-6 pb-1" />}
              {selection && selecting ? (
                <SelectableCard id={rowId(row)} selection={selection}>
                  {card(row)}
                </SelectableCard>
              ) : (
                <>
                  <OpenableCard href={rowHref?.(row)}>{card(row)}</OpenableCard>
                  {cardAction && <div className="flex gap-2 px-4 pb-3 empty:hidden">{cardAction(row)}</div>}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface SelectBarProps {
  /** That of the first card. */
  day: Moment | undefined;
  selecting: boolean;
  /** There is nothing to select yet. */
  disabled: boolean;
  onSelect: () => void;
  onFinish: () => void;
  selection: Selection;
}

function SelectBar({ day, selecting, disabled, onSelect, onFinish, selection }: SelectBarProps) {
  const t = useTranslations("common.table");
  return (
    <div className="flex items-center justify-end">
      {day && <DayHeading at={day} className="mr-auto" />}
      {selecting ? (
        <>
          <Button size="small" variant="ghost" onClick={selection.toggleAll}>
            {t("all")}
          </Button>
          <Button size="small" variant="ghost" onClick={onFinish} className="-mr-3 text-primary-text">
            {t("finish")}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          variant="ghost"
          disabled={disabled}
          onClick={onSelect}
          className="-mr-3 text-muted-foreground"
        >
          {t("choose")}
        </Button>
      )}
    </div>
  );
}

function OpenableCard({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <div className="px-4 py-3">{children}</div>;
  return (
    <Link href={href} prefetch={false} className="block px-4 py-3 active:bg-hover">
      {children}
    </Link>
  );
}

interface SelectableCardProps {
  id: string | number;
  selection: Selection;
  children: ReactNode;
}

function SelectableCard({ id, selection, children }: SelectableCardProps) {
  return (
    <label
      className={cn("flex min-h-11 items-center gap-4 px-4 py-3", selection.has(id) && "bg-primary-soft")}
    >
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-primary"
        checked={selection.has(id)}
        onChange={() => selection.toggle(id, false)}
      />
      <span className="min-w-0 grow">{children}</span>
    </label>
  );
}
