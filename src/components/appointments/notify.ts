"use client";

import { toast } from "../toast";

/** Above everything: at the bottom stand the sheet's own buttons. */
const position = "top-center";

export const notify = (sentence: string, options?: Parameters<typeof toast>[1]) =>
  toast(sentence, { position, ...options });
export const notifyRefusal = (sentence: string) => toast.error(sentence, { position });
