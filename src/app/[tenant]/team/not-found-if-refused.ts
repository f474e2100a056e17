import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** Anything but "not there" is for the page in the browser to say, which can also ask again. */
export function notFoundIfRefused(error: unknown): void {
  if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
}
