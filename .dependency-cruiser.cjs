/**
 * Where imports may point: down. See ARCHITECTURE.md for the picture.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = "\\.test\\.tsx?$|^src/test/";
const adapters = "^src/server/(api|rest|voice|webhooks|jobs)/";
const bottom = "^src/(contracts|lib)/";
const surroundings = "^src/(env|server/logger)\\.ts$";
const typesOnly = { dependencyTypesNot: ["type-only"] };

const plainContracts =
  "^src/contracts/(actors|appointment-states|assistant-limits|call-marks|calls|change-refusals|delivery-states|errors|import-fields|page-sizes|permissions|photos|sign-in-errors|tenants|trades|trail-actors|time-zones|view-lists)\\.ts$";
const formFiles =
  "^src/components/(form/|.*-(forms?|fields)\\.tsx$|(team/add-time-off|settings/profile/set-up-two-factor)\\.tsx$)";

/** Each layer with what it may import of ours besides itself. */
const layers = {
  lib: [],
  contracts: ["^src/lib/"],
  messages: ["^src/(contracts|lib)/", "^src/server/auth/current-user\\.ts$"],
  components: [bottom, "^src/(messages|trpc)/"],
  "server/db": [bottom, surroundings],
  "server/integrations": [bottom, surroundings],
  "server/events": [bottom, surroundings, "^src/server/db/"],
  "server/domain": [bottom, surroundings, "^src/server/(db|integrations|events)/"],
  "server/emails": [bottom, "^src/messages/"],
  "server/auth": [bottom, surroundings, "^src/server/(db|events|domain)/"],
  sandbox: [bottom],
};

module.exports = {
  forbidden: [
    ...Object.entries(layers).map(([layer, mayImport]) => ({
      name: `down-from-${layer.replace("server/", "")}`,
      comment: `${layer} stands below what it imports here: move the code down, or hand the value in.`,
      severity: "error",
      from: { path: `^src/${layer}/`, pathNot: tests },
      to: { path: "^src/", pathNot: [`^src/${layer}/`, ...mayImport] },
    })),
    {
      name: "adapters-are-strangers",
      comment:
        "A way in (api, rest, voice, webhooks, jobs) knows no other: what they share is a verb of the domain.",
      severity: "error",
      from: { path: adapters, pathNot: tests },
      to: { path: adapters, pathNot: "^src/server/$1/" },
    },
    {
      name: "tables-behind-the-domain",
      comment: "Only domain, events and auth touch tables: ask a query of the domain.",
      severity: "error",
      from: { path: `^src/(app|components|trpc|proxy)|${adapters}`, pathNot: tests },
      to: { path: "^src/server/db/|node_modules/drizzle-orm/", ...typesOnly },
    },
    {
      name: "pure-below",
      comment: "contracts and lib do no input or output: no database, no framework.",
      severity: "error",
      from: { path: "^src/(contracts|lib)/", pathNot: tests },
      to: { path: "node_modules/(drizzle-orm|mysql2|next|react|inngest|pino)/", ...typesOnly },
    },
    {
      name: "vendors-at-home",
      comment: "A vendor's SDK is imported in its own folder of integrations; the rest sees our types.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/server/integrations/", tests] },
      to: { path: "node_modules/(retell-sdk|stripe|resend|twilio)/", ...typesOnly },
    },
    {
      name: "queue-in-events-and-jobs",
      comment: "The domain records an event and never talks to the queue.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/server/(events|jobs)/", "^src/app/api/inngest/", tests] },
      to: { path: "node_modules/inngest/" },
    },
    {
      name: "no-server-in-the-browser",
      comment: "Types may cross, values may not.",
      severity: "error",
      from: { path: "^src/(components/|trpc/(react|client|provider|query))", pathNot: tests },
      to: { path: "^src/(server/|env\\.ts)", ...typesOnly },
    },
    {
      name: "no-schemas-in-lists",
      comment:
        "zod weighs 31 kB: only forms, which are fetched when one is opened, bring it to the browser. Values that pages need stand in contracts without schemas.",
      severity: "error",
      from: { path: "^src/components/", pathNot: [tests, formFiles] },
      to: { path: "^src/contracts/|node_modules/zod/", pathNot: plainContracts, ...typesOnly },
    },
    {
      name: "plain-contracts-stay-plain",
      comment: "What pages import for its values has no schema library behind it.",
      severity: "error",
      from: { path: plainContracts },
      to: { path: ["node_modules/zod/", "^src/contracts/"], pathNot: plainContracts, ...typesOnly },
    },
    {
      name: "sandbox-is-another-program",
      comment:
        "Nothing in production imports the stand-ins, and they know the product only over HTTP and its contracts.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/sandbox/", tests] },
      to: { path: "^src/sandbox/" },
    },
    {
      name: "tests-stay-among-tests",
      severity: "error",
      from: { path: "^(src|scripts)/", pathNot: tests },
      to: { path: `${tests}|^e2e/` },
    },
    {
      name: "scripts-stand-outside",
      comment: "Programs of scripts/ use the source; the source never uses them.",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { path: "^scripts/" },
    },
    {
      name: "gateway-stands-in-front",
      comment: "It hands requests to the routes of the phone; nothing of the app knows that it is there.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/gateway/", tests] },
      to: { path: "^src/gateway/" },
    },
    {
      name: "gateway-knows-routes",
      comment: "What the gateway answers itself are the app's own route handlers.",
      severity: "error",
      from: { path: "^src/gateway/", pathNot: tests },
      to: {
        path: "^src/",
        pathNot: ["^src/gateway/", "^src/app/api/", "^src/server/events/wake", surroundings],
      },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.(next|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
