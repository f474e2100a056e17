"use client";

import { useCallback, useEffect, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useBusiness } from "../business-context";
import { useZodForm } from "../form/use-zod-form";

/**
 * A form whose typed values this tab keeps until they are saved, so that a reload or another step loses nothing.
 * `fixed` (ids, versions) always comes from the server. For forms that are rendered in the browser only.
 */
export function useKeptForm<Input extends FieldValues, Output>(
  name: string,
  schema: z.ZodType<Output, Input>,
  values: DefaultValues<Input>,
  fixed?: DefaultValues<Input>,
) {
  const { slug } = useBusiness();
  const key = `onboarding.${slug}.${name}`;
  const [kept] = useState(() => readKept(key));
  const form = useZodForm(schema, { ...values, ...kept, ...fixed } as DefaultValues<Input>);
  useEffect(() => {
    const { unsubscribe } = form.watch((typed) => sessionStorage.setItem(key, JSON.stringify(typed)));
    return unsubscribe;
  }, [form, key]);
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  /** Gives up what was typed for what is saved by now. */
  const startAgain = useCallback(() => {
    forget();
    location.reload();
  }, [forget]);
  return { form, forget, startAgain };
}

function readKept(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}
