import { handleAuthRequest } from "@/server/auth/handle-request";

export { handleAuthRequest as GET, handleAuthRequest as POST };
