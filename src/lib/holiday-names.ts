/** As date-holidays names them, which is too heavy for a browser; a test compares. */
const english: Readonly<Record<string, string>> = {
  Neujahr: "New Year's Day",
  "Heilige Drei Könige": "Epiphany",
  "Internationaler Frauentag": "International Women's Day",
  Karfreitag: "Good Friday",
  Ostersonntag: "Easter Sunday",
  Ostermontag: "Easter Monday",
  Maifeiertag: "Labour Day",
  "Tag der Befreiung (80. Jahrestag)": "Liberation Day (80th Anniversary)",
  "Christi Himmelfahrt": "Ascension Day",
  Pfingstsonntag: "Pentecost",
  Pfingstmontag: "Whit Monday",
  Fronleichnam: "Corpus Christi",
  "75-jähriges Jubiläum des Volksaufstands in der DDR": "75th anniversary of the GDR uprising",
  "Mariä Himmelfahrt": "Assumption",
  Weltkindertag: "International Children's Day",
  "Tag der Deutschen Einheit": "German Unity Day",
  Reformationstag: "Reformation Day",
  Allerheiligen: "All Saints' Day",
  "Buß- und Bettag": "Day of Prayer and Repentance",
  "1. Weihnachtstag": "Christmas Day",
  "2. Weihnachtstag": "Boxing Day",
};

/** A day on which it is closed, kept under its German name; what a business wrote itself stays as it is. */
export const holidayName = (german: string, language: "de" | "en"): string =>
  (language === "en" && english[german]) || german;
