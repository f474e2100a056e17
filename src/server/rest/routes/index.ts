import type { PublicRoute } from "../public-route";
import * as appointments from "./appointments";
import * as calls from "./calls";
import * as customers from "./customers";

/** Every documented endpoint: what the documentation and the isolation test walk. */
export const publicRoutes: readonly PublicRoute[] = [
  ...Object.values(calls),
  ...Object.values(appointments),
  ...Object.values(customers),
];
