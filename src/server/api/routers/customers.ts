import { z } from "zod";
import { customerChange, customerForm } from "@/contracts/customer-form";
import { importRequest } from "@/contracts/customer-import";
import { customerListRequest } from "@/contracts/customer-list";
import { customerPair } from "@/contracts/customer-merge";
import { changeCustomer } from "@/server/domain/customers/change-customer";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { getCustomerHistory } from "@/server/domain/customers/get-customer-history";
import { importCustomers } from "@/server/domain/customers/import/import-customers";
import { previewImport } from "@/server/domain/customers/import/preview-import";
import { listCustomerRows } from "@/server/domain/customers/list-customer-rows";
import { listDuplicates } from "@/server/domain/customers/list-duplicates";
import { listLastCalls } from "@/server/domain/customers/list-last-calls";
import { listNextVisits } from "@/server/domain/customers/list-next-visits";
import { mergeCustomers } from "@/server/domain/customers/merge-customers";
import { previewMerge } from "@/server/domain/customers/preview-merge";
import { undoMerge } from "@/server/domain/customers/undo-merge";
import { router, tenantProcedure } from "../trpc";

const customerId = z.number().int().positive();
const one = z.object({ customerId });
const some = z.object({ customerIds: z.array(customerId).max(100) });

export const customersRouter = router({
  list: tenantProcedure.input(customerListRequest).query(({ ctx, input }) => listCustomerRows(ctx, input)),
  /** Of the customers on a page, so that their names need not wait for it. */
  lastCalls: tenantProcedure.input(some).query(({ ctx, input }) => listLastCalls(ctx, input.customerIds)),
  nextAppointments: tenantProcedure
    .input(some)
    .query(({ ctx, input }) => listNextVisits(ctx, input.customerIds)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getCustomerHistory(ctx, input.customerId)),
  duplicates: tenantProcedure.input(one).query(({ ctx, input }) => listDuplicates(ctx, input.customerId)),
  previewMerge: tenantProcedure.input(customerPair).query(({ ctx, input }) => previewMerge(ctx, input)),
  merge: tenantProcedure.input(customerPair).mutation(({ ctx, input }) => mergeCustomers(ctx, input)),
  undoMerge: tenantProcedure
    .input(z.object({ mergeId: z.number().int().positive() }))
    .mutation(({ ctx, input }) => undoMerge(ctx, input)),
  /** A mutation for its size alone: it writes nothing. */
  previewImport: tenantProcedure.input(importRequest).mutation(({ ctx, input }) => previewImport(ctx, input)),
  import: tenantProcedure.input(importRequest).mutation(({ ctx, input }) => importCustomers(ctx, input)),
  create: tenantProcedure.input(customerForm).mutation(({ ctx, input }) => createCustomer(ctx, input)),
  change: tenantProcedure.input(customerChange).mutation(({ ctx, input }) => changeCustomer(ctx, input)),
});
