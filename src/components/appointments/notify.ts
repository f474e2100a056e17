"use client";

import { toast } from "../toast";

/** Above everything: at the bottom stand the sheet's own buttons. */
const position = "top-center";

export const notify = (sentence: string) => toast(sentence, { position });
export const notifyRefusal = (sentence: string) => toast.error(sentence, { position });
