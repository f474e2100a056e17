import type { ApiScope } from "@/contracts/permissions";

type ScopeKey<Scope extends string> = Scope extends `${infer What}:${infer How}` ? `${What}_${How}` : never;

/** Names of messages hold no colon. */
export const scopeKey = (scope: ApiScope) => scope.replace(":", "_") as ScopeKey<ApiScope>;
