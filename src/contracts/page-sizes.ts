/** How many rows a page of a list may show. */
export const pageSizes = [25, 50, 100, 250] as const;
export type PageSize = (typeof pageSizes)[number];
export const usualPageSize = 50 satisfies PageSize;
