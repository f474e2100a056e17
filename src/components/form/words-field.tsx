"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "../ui/input";
import { FormField } from "./form-field";

interface WordsFieldProps {
  /** Path of a list of texts. */
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
}

/** A few words or short phrases: Enter or a comma ends one, so does moving on. */
export function WordsField({ name, label, hint, placeholder }: WordsFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control, { value, onChange, onBlur, ref }) => (
        <Words
          control={control}
          inputRef={ref}
          words={value ?? []}
          onChange={onChange}
          onBlur={onBlur}
          placeholder={placeholder}
        />
      )}
    </FormField>
  );
}

interface WordsProps {
  control: { id: string };
  inputRef: React.Ref<HTMLInputElement>;
  words: string[];
  onChange: (words: string[]) => void;
  onBlur: () => void;
  placeholder?: string;
}

function Words({ control, inputRef, words, onChange, onBlur, placeholder }: WordsProps) {
  const t = useTranslations("form.words");
  const [text, setText] = useState("");
  const add = (typed: string) => {
    const fresh = typed.split(",").map((word) => word.trim());
    setText("");
    onChange([...new Set([...words, ...fresh])].filter(Boolean));
  };
  const type = (typed: string) => (typed.includes(",") ? add(typed) : setText(typed));
  return (
    <div className="flex flex-col gap-2">
      <Input
        {...control}
        ref={inputRef}
        value={text}
        maxLength={300}
        autoComplete="off"
        placeholder={placeholder}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || text.trim() === "") return;
          event.preventDefault();
          add(text);
        }}
        onBlur={() => {
          if (text.trim() !== "") add(text);
          onBlur();
        }}
      />
      {words.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {words.map((word) => (
            <li
              key={word}
              className="flex min-h-8 max-w-full items-center rounded-full bg-muted pl-3 text-table"
            >
              <span className="truncate">{word}</span>
              <button
                type="button"
                aria-label={t("remove", { word })}
                onClick={() => onChange(words.filter((other) => other !== word))}
                className="flex size-11 items-center justify-center rounded-full text-muted-foreground hover:text-foreground md:size-8"
              >
                <X className="size-3.5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
