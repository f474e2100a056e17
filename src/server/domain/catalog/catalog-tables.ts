import { branches, resources, services, staff } from "@/server/db/schema";

/** Where each entity of the catalogue lives. */
export const catalogTables = { staff, service: services, branch: branches, resource: resources };
