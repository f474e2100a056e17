/** For the ways in, which may not look into db. */
export { type Limit, type LimitState, resetPoints, returnPoint, takePoint } from "@/server/db/rate-limiter";
