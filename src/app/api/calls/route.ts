export { createCallRoute as POST, listCallsRoute as GET } from "@/server/rest/routes/calls";
