import { useTranslations } from "next-intl";
import type { Selection } from "./use-selection";

const boxClasses = "flex size-10 cursor-pointer items-center justify-center";

/** The whole cell takes the click; with the shift key, all rows from the last one on. */
export function SelectCell({ id, selection }: { id: string | number; selection: Selection }) {
  const t = useTranslations("common.table");
  return (
    <td className="w-10 p-0">
      <label className={boxClasses}>
        <input
          type="checkbox"
          className="size-4 accent-primary"
          aria-label={t("select")}
          checked={selection.has(id)}
          onChange={({ nativeEvent }) =>
            selection.toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </label>
    </td>
  );
}

export function SelectAllCell({ count, selection }: { count: number; selection: Selection }) {
  const t = useTranslations("common.table");
  const some = selection.selected.length > 0;
  const all = some && selection.selected.length === count;
  return (
    <th
      scope="col"
      className="sticky top-0 z-10 w-10 bg-background p-0 shadow-[inset_0_-1px_0_var(--color-border)]"
    >
      <label className={boxClasses}>
        <input
          type="checkbox"
          className="size-4 accent-primary"
          aria-label={t("selectAll")}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = some && !all;
          }}
          onChange={selection.toggleAll}
        />
      </label>
    </th>
  );
}
