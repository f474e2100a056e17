/** Statements by hand answer times as text, "2026-11-24 09:30:00.000", in UTC without saying so. */
export const instantOfRow = (text: string) => new Date(`${text.replace(" ", "T")}Z`);
