/** First segments of paths that are pages of their own, or will be; also what would pass for one. */
const reservedWords = new Set(
  "account admin api app assets auth billing blog demo docs favicon health help home impressum datenschutz agb invitation invitations legal login logout manifest mail metrics me new null onboarding password platform pricing privacy public register reset root settings setup sign-in sign-out sign-up signin signup static status support suspended system team terms undefined user users www".split(
    " ",
  ),
);

/** The first of "praxis", "praxis-2", "praxis-3" … that is neither taken nor reserved. */
export function firstFreeSlug(wish: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wish : `${wish}-${number}`;
    if (!taken.has(slug) && !reservedWords.has(slug)) return slug;
  }
}

/** Whether an address would hide a page of our own. */
export const isReservedSlug = (slug: string): boolean => reservedWords.has(slug);
