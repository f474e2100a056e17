import { z } from "zod";
import { callReportKinds, noteLimit, tagLimit } from "./calls";

const id = z.number().int().positive();
const words = z.string().trim().min(1).max(noteLimit);

export const callRef = z.object({ callId: id });

export const newNote = z.object({ callId: id, text: words });
export const noteRef = z.object({ noteId: id });
export const noteChange = z.object({ noteId: id, text: words });

export const newTag = z.object({
  callId: id,
  /** Spaces are one space: "zu  spät" is "zu spät". */
  name: z
    .string()
    .transform((name) => name.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(1).max(tagLimit)),
});
export const tagRef = z.object({ callId: id, tagId: id });

export const newReport = z.object({ callId: id, kind: z.enum(callReportKinds), text: words });
export const reportAnswer = z.object({
  reportId: id,
  answer: z.string().trim().max(noteLimit).optional(),
});
