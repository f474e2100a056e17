import { type Attempt, insertAppointment, isTaken } from "./attempt";

/** What any programmer would write first. Nothing keeps two transactions from looking at the same moment. */
export const lookThenInsert: Attempt = {
  name: "look, then insert",
  isolation: "READ COMMITTED",
  async book(connection, wish) {
    if (await isTaken(connection, wish)) return;
    await insertAppointment(connection, wish);
  },
};
