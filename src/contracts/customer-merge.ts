import { z } from "zod";

/** What a person knows of a customer, as it stands in one moment. */
export interface CustomerFields {
  name: string | null;
  email: string | null;
  phone: string | null;
  birthdate: string | null;
  notes: string | null;
}

/** Ids of the rows that a merge gave to another customer. */
export interface MovedRows {
  appointments: number[];
  calls: number[];
  callbacks: number[];
  branches: number[];
  /** Customers that had been merged into the one that is now merged itself. */
  customers: number[];
}

const customerId = z.number().int().positive();

export const customerPair = z
  .object({ keptId: customerId, absorbedId: customerId })
  .refine(({ keptId, absorbedId }) => keptId !== absorbedId, {
    path: ["absorbedId"],
    error: "the same customer",
  });
export type CustomerPair = z.infer<typeof customerPair>;
