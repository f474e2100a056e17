import { absagen } from "./absagen";
import { anonym } from "./anonym";
import { auflegen } from "./auflegen";
import { belegt } from "./belegt";
import { doppelt } from "./doppelt";
import { kalender } from "./kalender";
import { neukunde } from "./neukunde";
import { rennen } from "./rennen";
import { rueckruf } from "./rueckruf";
import type { Scenario } from "./scenario";
import { sonntag } from "./sonntag";
import { unbekannteNummer } from "./unbekannte-nummer";
import { verloren } from "./verloren";
import { verschieben } from "./verschieben";
import { wiederholung } from "./wiederholung";

export const scenarios: readonly Scenario[] = [
  neukunde,
  verschieben,
  absagen,
  anonym,
  belegt,
  sonntag,
  rueckruf,
  auflegen,
  rennen,
  verloren,
  doppelt,
  wiederholung,
  unbekannteNummer,
  kalender,
];

export const findScenario = (key: string) => scenarios.find((scenario) => scenario.key === key);
