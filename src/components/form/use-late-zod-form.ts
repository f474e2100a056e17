"use client";

import { type DefaultValues, type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";

/**
 * As `useZodForm`, for a form that is the page: its schema is fetched with the first attempt to save, so that the page
 * does not wait for it. `load` must stay the same function.
 */
export function useLateZodForm<Input extends FieldValues, Output>(
  load: () => Promise<z.ZodType<Output, Input>>,
  defaultValues: DefaultValues<Input>,
) {
  const resolver: Resolver<Input, unknown, Output> = async (...values) => {
    const [{ zodResolver }, schema] = await Promise.all([import("@hookform/resolvers/zod"), load()]);
    return zodResolver(schema)(...values);
  };
  return useForm<Input, unknown, Output>({ resolver, defaultValues });
}
