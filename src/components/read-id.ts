/** A row's id as it stands in an address; undefined for anything that cannot be one. */
export const readId = (text: string): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
