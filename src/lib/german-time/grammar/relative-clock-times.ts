import {
  around,
  clockAt,
  hourAndMinute,
  midnight,
  moved,
  quarter,
  sign,
  smallMinutes,
  spread,
} from "./clock-values";
import { dayparts } from "./lexicon";
import { type Rule, rule } from "./rule";

/** "halb drei", "viertel vor drei", "zehn nach halb drei", "kurz vor drei": minutes counted from an hour. */
export const relativeClockRules: Rule[] = [
  rule("halb <n> uhr?", ([hour]) => around(hour, -30)),
  rule("halb <nth>", ([hour]) => around({ type: "n", value: hour.value }, -30)),
  rule("<n> minuten? <:vor|nach> halb <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, -30 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> dreiviertel <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, -15 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> <n> viertel <n> uhr?", ([minutes, side, three, hour]) =>
    smallMinutes(minutes) && three.value === 3 ? around(hour, -15 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> viertel <n> uhr?", ([minutes, side, hour], context) =>
    smallMinutes(minutes) ? moved(quarter(hour, context), sign(side) * minutes.value) : undefined,
  ),
  rule("eine minute <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side))),
  // Austrian: "viertel auf drei" is a quarter past two, "viertel über drei" a quarter past three.
  rule("viertel auf <n> uhr?", ([hour]) => around(hour, -45)),
  rule("dreiviertel auf <n> uhr?", ([hour]) => around(hour, -15)),
  rule("viertel ueber <n> uhr?", ([hour]) => around(hour, 15)),
  rule("halb ein|einse uhr?", () => around({ type: "n", value: 1 }, -30)),
  rule("halb <:bis|oder> dreiviertel <n> uhr?", ([link, hour]) => [
    around(hour, -30) ?? midnight,
    { type: "word", text: link },
    around(hour, -15) ?? midnight,
  ]),
  rule("zwischen halb und dreiviertel <n> uhr?", ([hour]) => [
    { type: "word", text: "zwischen" },
    around(hour, -30) ?? midnight,
    { type: "word", text: "und" },
    around(hour, -15) ?? midnight,
  ]),
  rule("viertel <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 15)),
  rule("viertel ab <n> uhr?", ([hour]) => around(hour, 15)),
  rule("<n> viertel nach <n> uhr?", ([three, hour]) => (three.value === 3 ? around(hour, 45) : undefined)),
  rule("dreiviertel nach <n> uhr?", ([hour]) => around(hour, 45)),
  rule("eine? viertelstunde <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 15)),
  rule("eine? halbe stunde <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 30)),
  rule("<:kurz> <:vor|nach> halb <n> uhr?", ([, side, hour]) => spread(around(hour, -30), side)),
  rule("<:kurz> <:vor|nach> dreiviertel <n> uhr?", ([, side, hour]) => spread(around(hour, -15), side)),
  rule("<:kurz> <:vor|nach> viertel <:vor|nach> <n> uhr?", ([, side, quarterSide, hour]) =>
    spread(around(hour, sign(quarterSide) * 15), side),
  ),
  rule("<:kurz> <:vor|nach> <n> uhr?", ([, side, hour]) => spread(clockAt(hour.value), side)),
  rule("<:kurz> <:vor|nach> <n> uhr <n>", ([, side, hour, minute]) =>
    spread(hourAndMinute(hour, minute), side),
  ),
  rule("<:kurz> <:vor|nach> <clock> uhr?", ([, side, clock]) => spread(clock, side)),
  rule("<:kurz> <:vor|nach> <part>", ([, side, part]) =>
    part === dayparts.noon ? spread({ ...clockAt(12), twelve: false }, side) : undefined,
  ),
  rule("<:kurz> <:vor|nach> <nth>", ([, side, hour]) => spread(clockAt(hour.value), side)),
  rule("<n> viertel <n> uhr?", ([three, hour]) => (three.value === 3 ? around(hour, -15) : undefined)),
  rule("dreiviertel <n> uhr?", ([hour]) => around(hour, -15)),
  rule("dreiviertel <nth>", ([hour]) => around({ type: "n", value: hour.value }, -15)),
  rule("viertel <n> uhr?", ([hour], context) => quarter(hour, context)),
  rule("viertel <nth>", ([hour], context) => quarter({ type: "n", value: hour.value }, context)),
];
