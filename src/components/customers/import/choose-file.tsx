"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { mostImportChars, mostImportLines } from "@/contracts/import-fields";
import { decodeText } from "@/lib/decode-text";
import { cn } from "../../class-names";

interface ChooseFileProps {
  /** Of the file that was chosen. */
  name: string | undefined;
  pending: boolean;
  onChoose: (file: { name: string; text: string }) => void;
}

/** The file is read here, so that its encoding can be told, and travels as text. */
export function ChooseFile({ name, pending, onChoose }: ChooseFileProps) {
  const t = useTranslations("customers.import");
  const id = useId();
  const [refusal, setRefusal] = useState<"tooLarge" | "notText">();
  const [over, setOver] = useState(false);
  async function read(file: File | undefined) {
    if (!file) return;
    const large = file.size > 2 * mostImportChars;
    const text = large ? "" : decodeText(new Uint8Array(await file.arrayBuffer()));
    const refused =
      large || text.length > mostImportChars ? "tooLarge" : text.includes("\0") ? "notText" : undefined;
    setRefusal(refused);
    if (!refused) onChoose({ name: file.name, text });
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  }
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex cursor-pointer flex-col items-start gap-1 rounded-surface border border-control/60 border-dashed px-5 py-6 transition-colors duration-150 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-ring",
          over && "border-primary bg-primary-soft",
        )}
      >
        <span className="flex items-center gap-2 font-medium">
          <FileUp className="size-4 text-primary-text" aria-hidden="true" />
          {pending ? t("reading") : (name ?? t("choose"))}
        </span>
        <span className="text-muted-foreground text-table">
          {name ? t("chooseOther") : t("chooseHint", { lines: mostImportLines })}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className="sr-only"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
      <p role="alert" className="pt-2 text-danger-text empty:hidden">
        {refusal && t(refusal, { lines: mostImportLines })}
      </p>
    </div>
  );
}
