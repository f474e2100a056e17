import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { longestViewName } from "@/contracts/view-lists";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { useErrorMessage } from "../use-error-message";

export interface ViewValues {
  name: string;
  shared: boolean;
}

interface ViewFieldsProps {
  title: string;
  initial: ViewValues;
  submitLabel: string;
  save: (values: ViewValues) => Promise<unknown>;
  /** Further ways out, beside the one that saves. */
  children?: ReactNode;
}

/** What a view is called and who sees it. */
export function ViewFields({ title, initial, submitLabel, save, children }: ViewFieldsProps) {
  const t = useTranslations("savedViews");
  const message = useErrorMessage();
  const titleId = useId();
  const [values, setValues] = useState(initial);
  const [refusal, setRefusal] = useState<string>();
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = values.name.trim();
    if (saving) return;
    if (!name) return setRefusal(t("nameMissing"));
    setSaving(true);
    try {
      await save({ ...values, name });
    } catch (error) {
      setRefusal(message(error).said);
    }
    setSaving(false);
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby={titleId} className="flex flex-col gap-2">
      <h2 id={titleId} className="font-medium">
        {title}
      </h2>
      <Field label={t("name")} error={refusal}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={longestViewName}
            value={values.name}
            onChange={({ target }) => {
              setRefusal(undefined);
              setValues({ ...values, name: target.value });
            }}
          />
        )}
      </Field>
      <Checkbox
        checked={values.shared}
        onChange={({ target }) => setValues({ ...values, shared: target.checked })}
      >
        {t("share")}
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="primary" aria-disabled={saving}>
          {submitLabel}
        </Button>
        {children}
      </div>
    </form>
  );
}
