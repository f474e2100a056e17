import { and, asc, eq } from "drizzle-orm";
import { callNotes, calls, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";

const mostShown = 200;

/** The oldest first. @param ctx with `calls:read`, checked by the caller */
export const listNotesOfCall = (ctx: TenantContext, callId: number) =>
  ctx.db
    .select({
      id: callNotes.id,
      text: callNotes.text,
      authorId: callNotes.authorId,
      authorName: users.name,
      createdAt: callNotes.createdAt,
      editedAt: callNotes.editedAt,
    })
    .from(callNotes)
    .innerJoin(users, eq(users.id, callNotes.authorId))
    .where(and(eq(callNotes.tenantId, ctx.tenant.id), eq(callNotes.callId, callId)))
    .orderBy(asc(callNotes.id))
    .limit(mostShown);

/** Locks the call, so that it cannot go while something is attached to it. @throws DomainError `call.not_found` */
export async function lockNotedCall(ctx: TenantContext, tx: Transaction, callId: number) {
  const [call] = await tx
    .select({ id: calls.id, startTimestamp: calls.startTimestamp })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)))
    .for("update");
  if (!call) throw notFound("call");
  return call;
}

/** @throws DomainError `call_note.not_found`, or `call_note.not_yours` for everybody but its author */
export async function lockOwnNote(ctx: TenantContext, tx: Transaction, noteId: number) {
  const [note] = await tx.select().from(callNotes).where(own(ctx, noteId)).for("update");
  if (!note) throw notFound("call_note");
  if (note.authorId !== authorOf(ctx)) throw new DomainError("call_note.not_yours", "forbidden");
  return note;
}

export const own = (ctx: TenantContext, noteId: number) =>
  and(eq(callNotes.tenantId, ctx.tenant.id), eq(callNotes.id, noteId));

/** Words need somebody who stands by them. @throws DomainError `forbidden` for anything but a person */
export function authorOf({ actor }: TenantContext): number {
  if (actor.type !== "user") throw new DomainError("forbidden", "forbidden");
  return actor.userId;
}
