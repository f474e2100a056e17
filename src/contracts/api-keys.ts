import { z } from "zod";
import { requiredText } from "./form-fields";
import { apiScopes } from "./permissions";

export const apiKeyForm = z.object({
  name: requiredText(100),
  scopes: z.array(z.enum(apiScopes)).min(1, "required"),
});
