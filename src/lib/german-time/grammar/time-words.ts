/** Words of time as alternatives of a pattern, for what is read off the folded text before it is cut into words. */
export const weekdayWords = "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend";
export const monthWords =
  "januar|jaenner|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember";
export const partWords = "vormittag|mittag|nachmittag|abend|nacht|mitternacht|feierabend";
export const feastWords =
  `neujahr|dreikoenig|valentin|rosenmontag|aschermittwoch|gruendonnerstag|karfreitag|ostern|ostersonntag|ostermontag
|himmelfahrt|pfingsten|pfingstsonntag|pfingstmontag|fronleichnam|halloween|allerheiligen|martinstag|nikolaus|heiligabend|weihnacht(?:en)?|s[iy]lvester|advent|feiertag`.replace(
    /\s/g,
    "",
  );
const units = "zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun";
/** A cardinal in digits or in words. */
export const cardinalWords = `\\d+|null|eins|${units}|zehn|elf|zwoelf|[a-z]+zehn|[a-z]*zwanzig|[a-z]+[sz]ig|[a-z]*hundert[a-z]*|[a-z]*tausend[a-z]*`;
/** From the fourth on. */
export const highOrdinalWords =
  "(?:vier|fuenf|sechs|sieben|sieb|ach|neun|elf|zwoelf|[a-z]*zehn)ten?|[a-z]+[sz]igsten?|[a-z]*hundertsten?";
export const ordinalWords = `\\d+\\.|ersten?|zweiten?|dritten?|${highOrdinalWords}`;
