import { serve } from "inngest/next";
import { inngest } from "@/server/events/client";
import { functions } from "@/server/jobs/functions";

/** Unsigned requests get 401, registration included: otherwise anyone could make us call Inngest's API. */
export const { GET, POST, PUT } = serve({ client: inngest, functions, enableUnauthedSync: false });
