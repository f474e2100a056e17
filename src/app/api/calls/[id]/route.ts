export { getCallRoute as GET } from "@/server/rest/routes/calls";
