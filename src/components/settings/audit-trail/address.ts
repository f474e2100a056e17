import { readId } from "@/components/read-id";
import type { TrailFilter } from "@/contracts/audit-trail";
import { trailActors } from "@/contracts/trail-actors";
import { type AddressOf, addressLoader, anyText, day, oneOf, parameter, textLike } from "@/lib/address";

const id = parameter((text) => readId(text) ?? null);
const pageCursor = textLike(/^[<>]\d{1,14}\.\d{1,15}$/);

/** What narrows the trail stands in its address, and in that of the file with the same rows. */
export const filterParameters = {
  actor: oneOf(trailActors),
  person: id,
  kind: anyText,
  entity: id,
  from: day,
  to: day,
};
export const trailParameters = {
  ...filterParameters,
  cursor: pageCursor,
  /** The one that lies open beside the list. */
  entry: id,
};
export type TrailAddress = AddressOf<typeof filterParameters>;

export const loadFilter = addressLoader(filterParameters);
export const loadTrailAddress = addressLoader(trailParameters);

export const filterOf = ({ actor, person, kind, entity, from, to }: TrailAddress): TrailFilter => ({
  actor: actor ?? undefined,
  userId: person ?? undefined,
  kind: kind ?? undefined,
  entityId: entity ?? undefined,
  fromDate: from ?? undefined,
  toDate: to ?? undefined,
});
