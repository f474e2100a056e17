import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "../class-names";
import { fieldClasses } from "./input";

interface NativeSelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  /** Shown while the value is "": nothing is chosen yet. */
  placeholder?: string;
  onValueChange: (value: string) => void;
}

/** One of several, as the system shows it: known to every thumb and screen reader. `className` is its width. */
export function NativeSelect(props: NativeSelectProps) {
  const { className, placeholder, onValueChange, children, ...select } = props;
  return (
    <span className={cn("relative block", className)}>
      <select
        className={cn(
          fieldClasses,
          "h-11 cursor-default appearance-none truncate pr-9 md:h-9",
          select.value === "" && "text-muted-foreground",
        )}
        onChange={({ target }) => onValueChange(target.value)}
        {...select}
      >
        {(placeholder || select.value === "") && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
        aria-hidden="true"
      />
    </span>
  );
}
