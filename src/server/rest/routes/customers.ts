import { customerBody, customersQuery, restResponses } from "@/contracts/rest";
import { toSnakeCase } from "@/lib/snake-case";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { getCustomer } from "@/server/domain/customers/get-customer";
import { listCustomers } from "@/server/domain/customers/list-customers";
import { listAnswer } from "../list-answer";
import { publicRoute } from "../public-route";

const entity = "customer";

export const listCustomersRoute = publicRoute({
  method: "GET",
  path: "/api/customers",
  entity,
  scope: "customers:read",
  query: customersQuery,
  response: restResponses.customers,
  run: async (ctx, { query }) => listAnswer(await listCustomers(ctx, query), query),
});

export const getCustomerRoute = publicRoute({
  method: "GET",
  path: "/api/customers/{id}",
  entity,
  scope: "customers:read",
  response: restResponses.customerDetails,
  async run(ctx, { id }) {
    const { customer, calls, appointments } = await getCustomer(ctx, id);
    return {
      data: {
        ...toSnakeCase(customer),
        calls: calls.map(toSnakeCase),
        appointments: appointments.map(toSnakeCase),
      },
    };
  },
});

export const createCustomerRoute = publicRoute({
  method: "POST",
  path: "/api/customers",
  entity,
  scope: "customers:write",
  body: customerBody,
  response: restResponses.customer,
  status: 201,
  async run(ctx, { body }) {
    return { data: toSnakeCase(await createCustomer(ctx, body)) };
  },
});
