import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { readId } from "@/components/read-id";
import type { TrailFilter } from "@/contracts/audit-trail";
import { trailActors } from "@/contracts/trail-actors";
import { isPlainDate } from "@/lib/plain-date";

const parseAsDay = createParser({
  parse: (text) => (isPlainDate(text) ? text : null),
  serialize: (day: string) => day,
});
const parseAsId = createParser({ parse: (text) => readId(text) ?? null, serialize: String });
const parseAsCursor = createParser({
  parse: (text) => (/^[<>]\d{1,14}\.\d{1,15}$/.test(text) ? text : null),
  serialize: (cursor: string) => cursor,
});

/** What narrows the trail stands in its address, and in that of the file with the same rows. */
export const filterParsers = {
  actor: parseAsStringLiteral(trailActors),
  person: parseAsId,
  kind: parseAsString,
  entity: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
};
export const trailParsers = { ...filterParsers, cursor: parseAsCursor };
export type TrailAddress = inferParserType<typeof filterParsers>;

export const loadFilter = createLoader(filterParsers);
export const loadTrailAddress = createLoader(trailParsers);

export const filterOf = ({ actor, person, kind, entity, from, to }: TrailAddress): TrailFilter => ({
  actor: actor ?? undefined,
  userId: person ?? undefined,
  kind: kind ?? undefined,
  entityId: entity ?? undefined,
  fromDate: from ?? undefined,
  toDate: to ?? undefined,
});
