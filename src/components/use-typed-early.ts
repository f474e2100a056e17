import { type RefObject, useEffect } from "react";

/** Takes over what was typed before the page came alive: the field holds it, but React has not heard of it. */
export function useTypedEarly(field: RefObject<HTMLInputElement | null>, take: (text: string) => void) {
  useEffect(() => {
    if (field.current?.value) take(field.current.value);
  }, [field, take]);
}
