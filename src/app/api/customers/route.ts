export { createCustomerRoute as POST, listCustomersRoute as GET } from "@/server/rest/routes/customers";
