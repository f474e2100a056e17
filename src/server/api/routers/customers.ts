import { z } from "zod";
import { customerChange, customerForm } from "@/contracts/customer-form";
import { customerListRequest } from "@/contracts/customer-list";
import { changeCustomer } from "@/server/domain/customers/change-customer";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { getCustomerHistory } from "@/server/domain/customers/get-customer-history";
import { listCustomerRows } from "@/server/domain/customers/list-customer-rows";
import { listLastCalls } from "@/server/domain/customers/list-last-calls";
import { listNextVisits } from "@/server/domain/customers/list-next-visits";
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
  create: tenantProcedure.input(customerForm).mutation(({ ctx, input }) => createCustomer(ctx, input)),
  change: tenantProcedure.input(customerChange).mutation(({ ctx, input }) => changeCustomer(ctx, input)),
});
