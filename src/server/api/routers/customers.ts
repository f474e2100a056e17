import { z } from "zod";
import { customerChange, customerForm } from "@/contracts/customer-form";
import { customerListRequest } from "@/contracts/customer-list";
import { changeCustomer } from "@/server/domain/customers/change-customer";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { getCustomerHistory } from "@/server/domain/customers/get-customer-history";
import { listCustomerRows } from "@/server/domain/customers/list-customer-rows";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ customerId: z.number().int().positive() });

export const customersRouter = router({
  list: tenantProcedure.input(customerListRequest).query(({ ctx, input }) => listCustomerRows(ctx, input)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getCustomerHistory(ctx, input.customerId)),
  create: tenantProcedure.input(customerForm).mutation(({ ctx, input }) => createCustomer(ctx, input)),
  change: tenantProcedure.input(customerChange).mutation(({ ctx, input }) => changeCustomer(ctx, input)),
});
