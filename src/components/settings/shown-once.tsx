"use client";

import type { ReactNode } from "react";
import { CopyButton } from "../copy-button";
import { Field } from "../form/field";
import { Input } from "../ui/input";

interface ShownOnceProps {
  label: string;
  text: string;
  hint?: ReactNode;
}

/** A secret that is gone when this closes: to be marked whole, or copied. */
export function ShownOnce({ label, text, hint }: ShownOnceProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="flex items-center gap-1">
          <Input
            {...control}
            readOnly
            value={text}
            onFocus={(event) => event.target.select()}
            className="font-mono text-table"
          />
          <CopyButton text={text} />
        </div>
      )}
    </Field>
  );
}
