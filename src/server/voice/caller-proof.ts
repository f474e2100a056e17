import type { AppointmentAction } from "@/contracts/change-refusals";
import { localDate } from "@/lib/calendar-time";
import { nameWords, wordLikeness } from "@/lib/phonetic";
import { readBirthdates } from "@/lib/spoken-birthdate";
import type { TenantContext } from "@/server/domain/_core/context";
import type { AppointmentView } from "@/server/domain/appointments/queries";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { listInvocationsOfCall, type ToolInvocationRow } from "@/server/domain/tool-invocations/queries";
import { words } from "./arguments";
import type { Caller } from "./caller";
import { readCustomerName } from "./customer-name";
import { type AskedProof, ruleSentences } from "./sentences/rules";
import { type Reply, refuse, type VoiceCall } from "./tool";

/** What a tool has to take along where the business asks for more than the calling number. */
export const proofArguments = {
  caller_name: words(120, "The name the appointment is under, once the caller was asked for it"),
  birthdate: words(100, "The caller's date of birth, as YYYY-MM-DD or as said, once the caller was asked"),
};
export type ProofArguments = { [Key in keyof typeof proofArguments]?: string | undefined };

const argumentOf = { name: "caller_name", birthdate: "birthdate" } as const satisfies Record<
  AskedProof,
  keyof ProofArguments
>;

/** Guesses a call has; whoever misheard twice still gets through. */
const mostAttempts = 3;

export interface ProvenCaller extends Caller {
  /** Whether an appointment is this caller's, as far as was proven. */
  owns: (view: AppointmentView) => boolean;
  /** The one answer where nothing is found: whoever guesses learns nothing from it. Absent where no proof was asked. */
  notFound?: () => Promise<Reply>;
}

/**
 * The caller, if what they said proves it as the business wants. What was said once holds for the whole call; after
 * three guesses nothing counts any more.
 */
export async function proveCaller(
  ctx: TenantContext,
  call: VoiceCall,
  caller: Caller,
  said: ProofArguments,
  action?: AppointmentAction,
): Promise<ProvenCaller | { reply: Reply }> {
  const { callerProof: proof } = call.called;
  const isTheirs = (view: AppointmentView) =>
    caller.customer !== undefined && view.appointment.customerId === caller.customer.id;
  if (proof === "number") return { ...caller, owns: isTheirs };

  const sentences = ruleSentences[call.sentences.language];
  const invocations = await listInvocationsOfCall(ctx, call.row.id);
  const given = said[argumentOf[proof]] ?? lastSaid(invocations, proof);
  if (given === undefined)
    return { reply: refuse("caller.proof_missing", sentences.askProof[proof], { needs: argumentOf[proof] }) };

  const attempts = countAttempts(invocations, proof);
  const notFound = async () => {
    const callback = await requestCallback(ctx, {
      callId: call.row.id,
      branchId: call.called.branchId,
      phone: call.callerPhone ?? undefined,
      name: proof === "name" ? given.slice(0, 120) : undefined,
      reason: sentences.callbackNote(action, proof),
    });
    const message = sentences.notFoundNoted(proof, attempts < mostAttempts);
    return refuse(notMatched, message, { callback_id: callback.id });
  };
  if (attempts > mostAttempts) return { reply: await notFound() };
  const proves = proofOf(proof, given, localDate(call.clock.now.getTime(), call.clock.timeZone));
  const owns = (view: AppointmentView) => isTheirs(view) && proves(caller, view);
  const appointments = caller.appointments.filter(owns);
  // With a name that is only on another's appointment, nothing but that is theirs.
  if (appointments.length === 0 && !proves(caller)) return { reply: await notFound() };
  return { ...caller, appointments, owns, notFound };
}

const notMatched = "caller.not_matched";

type Proves = (caller: Caller, view?: AppointmentView) => boolean;

function proofOf(proof: AskedProof, given: string, today: string): Proves {
  if (proof === "birthdate") {
    const dates = readBirthdates(given, today);
    return ({ customer }) => typeof customer?.birthdate === "string" && dates.includes(customer.birthdate);
  }
  const reading = readCustomerName(given, { staffNames: [] });
  if (!reading.ok) return () => false;
  return ({ customer }, view) =>
    [customer?.name, view?.appointment.attendeeName].some(
      (known) => known && isSameName(reading.name, known),
    );
}

/** From here on a word is the other one, heard or spelled differently. */
const sameWord = 0.8;

/** Every word that was said belongs to the known name, and its last word, the surname, is among them. */
export function isSameName(said: string, known: string): boolean {
  const [heard, written] = [nameWords(said), nameWords(known)];
  const surname = written.at(-1);
  if (surname === undefined) return false;
  const alike = (a: string) => (b: string) => wordLikeness(a, b) >= sameWord;
  return heard.every((word) => written.some(alike(word))) && heard.some(alike(surname));
}

const proofIn = ({ args }: ToolInvocationRow, proof: AskedProof) => args[argumentOf[proof]];

const lastSaid = (invocations: ToolInvocationRow[], proof: AskedProof): string | undefined => {
  const said = invocations.map((row) => proofIn(row, proof)).findLast((value) => value !== undefined);
  return said === undefined ? undefined : String(said);
};

/** Guesses so far, this one included: it is running, and so are others that were sent at the same time. */
const countAttempts = (invocations: ToolInvocationRow[], proof: AskedProof): number =>
  invocations.filter(
    (row) => proofIn(row, proof) !== undefined && (row.status === "running" || row.errorCode === notMatched),
  ).length;
