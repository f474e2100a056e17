/** For adapters, which may not look into db: was it the database that could not be reached? */
export { isUnavailable } from "@/server/db/errors";
