"use client";

import { useTranslations } from "next-intl";
import { type Key, type ReactNode, useState } from "react";
import { Button } from "../ui/button";

const few = 6;

interface FirstFewProps<Item> {
  items: readonly Item[];
  itemKey: (item: Item) => Key;
  children: (item: Item) => ReactNode;
  /** Behind the last one. */
  last?: ReactNode;
}

/** The latest of a long story, and the rest of it at a touch. */
export function FirstFew<Item>({ items, itemKey, children, last }: FirstFewProps<Item>) {
  const t = useTranslations("customers");
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, few);
  return (
    <>
      <ul>
        {shown.map((item) => (
          <li key={itemKey(item)} className="border-b last:border-b-0">
            {children(item)}
          </li>
        ))}
      </ul>
      {last && items.length === shown.length && <p className="pt-2 text-muted-foreground">{last}</p>}
      {items.length > shown.length && (
        <Button
          size="small"
          variant="ghost"
          onClick={() => setAll(true)}
          className="-ml-2.5 text-primary-text"
        >
          {t("showMore", { count: items.length - shown.length })}
        </Button>
      )}
    </>
  );
}
