export { getCustomerRoute as GET } from "@/server/rest/routes/customers";
