export type NameReading =
  | { ok: true; name: string }
  /** `missing`: nothing that could be a name. `staff`: somebody who works there. `agent`: the assistant itself. */
  | { ok: false; reason: "missing" | "staff" | "agent" };

const introductions =
  /^(?:(?:guten (?:tag|morgen|abend)|hallo|hi|ja)[,. ]+)*(?:(?:hier (?:ist|spricht)|mein name ist|ich (?:heiße|heisse|bin)|my name is|this is|i am|i'm)\s+)?(?:(?:der|die)\s+)?(?:(?:herrn?|frau|mr\.?|mrs\.?|ms\.?)\s+)?/i;
const placeholders =
  /^(?:(?:unbekannt|anonym)\w*(?: \w+)?|unknown(?: \w+)?|none|null|undefined|kein name|no name|name|vorname|nachname|(?:der |die )?(?:kund|patient|klient|mandant)(?:e|in|en)?|anrufer(?:in)?|caller|customer|client|user|guest|gast|test|herr|frau|person|jemand|ich|mir nicht|guten (?:tag|morgen|abend)|hallo|ja|nein|okay|danke|bitte|weiß nicht|agent|assistent(?:in)?|assistant|ki|bot)$/i;
const staffWish = /^(?:bei|zu|zur|zum|mit|with)\s+/i;

/**
 * The caller's name in what the agent took for it. Titles and "mein Name ist" fall away; placeholders, sentence
 * fragments, the names of the team and of the agent itself are no customer's name.
 */
export function readCustomerName(
  raw: string | undefined,
  { staffNames, agentName }: { staffNames: string[]; agentName?: string | undefined },
): NameReading {
  const said = (raw ?? "").replace(/\s+/g, " ").trim();
  if (staffWish.test(said)) return { ok: false, reason: "staff" };
  const name = said
    .replace(introductions, "")
    .replace(/[.,;!?]+$/, "")
    .trim();
  if (!isName(name)) return { ok: false, reason: "missing" };
  if (agentName && samePerson(name, agentName)) return { ok: false, reason: "agent" };
  if (staffNames.some((person) => samePerson(name, person))) return { ok: false, reason: "staff" };
  return { ok: true, name };
}

const isName = (name: string) =>
  name.length >= 2 &&
  name.length <= 120 &&
  /^[\p{L}][\p{L}\p{M}'’.\- ]+$/u.test(name) &&
  name.split(" ").length <= 6 &&
  !placeholders.test(name);

/** "anna" and "Anna Weber" are the Anna Weber of the team; "Anna Schulz" is somebody else. */
function samePerson(name: string, person: string): boolean {
  const [given, known] = [normaliseName(name), normaliseName(person)];
  return given === known || (!given.includes(" ") && known.split(" ").includes(given));
}

/** For comparing: case, accents, hyphens and spaces do not make another person. */
export const normaliseName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
