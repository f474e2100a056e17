import { Pencil } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "./ui/button";

interface EditButtonProps extends ComponentProps<typeof Button> {
  /** What is edited, for those who do not see the title; without it, the words say so themselves. */
  label?: string;
}

/** Beside a title; its words end where the line below ends. */
export function EditButton({ label, children, ...props }: EditButtonProps) {
  return (
    <Button size="small" variant="ghost" className="-mr-2.5" aria-label={label} {...props}>
      <Pencil />
      {children}
    </Button>
  );
}
