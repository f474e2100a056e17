import { Pencil, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ViewList } from "@/contracts/view-lists";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import type { SavedView } from "./use-saved-views";
import { viewHref } from "./view-address";

interface ViewLineProps {
  list: ViewList;
  view: SavedView;
  isOpen: boolean;
  onEdit: () => void;
}

/** Opening a view goes to its address. */
export function ViewLine({ list, view, isOpen, onEdit }: ViewLineProps) {
  const t = useTranslations("savedViews");
  const { slug } = useBusiness();
  return (
    <li className="-mx-2 flex items-center">
      <Link
        href={viewHref(slug, list, view)}
        prefetch={false}
        aria-current={isOpen ? "page" : undefined}
        onClick={({ currentTarget }) => currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
        className={cn(
          "flex min-h-11 min-w-0 grow items-center gap-2 rounded-control px-2 hover:bg-hover md:min-h-9",
          isOpen && "font-medium text-primary-text",
        )}
      >
        <span className="truncate">{view.name}</span>
        {view.isMine && view.shared && (
          <Users role="img" aria-label={t("isShared")} className="size-3.5 shrink-0 text-muted-foreground" />
        )}
        {!view.isMine && (
          <span className="ml-auto max-w-28 shrink-0 truncate text-muted-foreground text-table">
            {view.ownerName}
          </span>
        )}
      </Link>
      {view.mayChange && (
        <Button variant="ghost" size="icon" aria-label={t("edit", { name: view.name })} onClick={onEdit}>
          <Pencil />
        </Button>
      )}
    </li>
  );
}
