import { fold } from "./words";

/** With whom and where it is, and who and where else it could be. */
export interface Whereabouts {
  staffName?: string | undefined;
  placeName?: string | undefined;
  colleagues?: readonly string[] | undefined;
  otherPlaces?: readonly string[] | undefined;
}

const withWhom =
  /\b(?:bei|mit|zu|with)(?: (?:der|dem|frau|herrn?|dr|mrs?|ms))* (\p{L}+)(?: ([\p{L}\p{N}]+))?/gu;
const where =
  /\b(?:in|filiale|branch|standort)(?: (?:der|dem|the|filiale|branch|standort))* ([\p{L}\p{N}]+)(?: ([\p{L}\p{N}]+))?/gu;

/** Whether the agent says that it is with somebody else, or somewhere else, than what is asked. */
export function namesElsewhere(text: string, { staffName, placeName, colleagues, otherPlaces }: Whereabouts) {
  const said = wordsOf(text).join(" ");
  return (
    namesAnother(said, withWhom, staffName, colleagues) || namesAnother(said, where, placeName, otherPlaces)
  );
}

/** Of "Anna Weber" and "Tom Weber", "Weber" is either; the word behind it counts where it is part of a name. */
function namesAnother(said: string, pattern: RegExp, own = "", others: readonly string[] = []): boolean {
  const [ours = [], ...theirs] = [own, ...others].map(wordsOf);
  const parts = new Set([ours, ...theirs].flat());
  return [...said.matchAll(pattern)].some(([, first = "", second = ""]) => {
    const fits = (name: string[]) => name.includes(first) && (!parts.has(second) || name.includes(second));
    return !fits(ours) && theirs.some(fits);
  });
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
