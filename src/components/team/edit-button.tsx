import { Pencil } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";

/** Beside a section's title; `label` says what is edited, for those who do not see the title. */
export function EditButton({ label, children, ...props }: ComponentProps<typeof Button> & { label: string }) {
  return (
    <Button size="small" variant="ghost" className="-mr-2.5" aria-label={label} {...props}>
      <Pencil />
      {children}
    </Button>
  );
}
