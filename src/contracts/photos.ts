/** What a photo may weigh before it is made small. */
export const photoLimitBytes = 2 * 1024 * 1024;
