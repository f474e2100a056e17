import { absagen } from "./absagen";
import { anonym } from "./anonym";
import { auflegen } from "./auflegen";
import { aufnahmeja, aufnahmenein } from "./aufnahme";
import { belegt } from "./belegt";
import { doppelt } from "./doppelt";
import { doppeltverlegt } from "./doppeltverlegt";
import { falscheperson } from "./falscheperson";
import { gehalten } from "./gehalten";
import { geisterja } from "./geisterja";
import { kalender } from "./kalender";
import { kalenderausfall } from "./kalenderausfall";
import { luecke } from "./luecke";
import { neukunde } from "./neukunde";
import { rennen } from "./rennen";
import { rueckruf } from "./rueckruf";
import type { Scenario } from "./scenario";
import { serie } from "./serie";
import { sonntag } from "./sonntag";
import { umentschieden } from "./umentschieden";
import { unbekannteNummer } from "./unbekannte-nummer";
import { verborgen } from "./verborgen";
import { verloren } from "./verloren";
import { verschieben } from "./verschieben";
import { wiederholung } from "./wiederholung";
import { zuzweit } from "./zuzweit";
import { zweitermine } from "./zweitermine";

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
  geisterja,
  umentschieden,
  gehalten,
  zuzweit,
  zweitermine,
  verborgen,
  falscheperson,
  doppeltverlegt,
  serie,
  luecke,
  kalenderausfall,
  aufnahmeja,
  aufnahmenein,
];

export const findScenario = (key: string) => scenarios.find((scenario) => scenario.key === key);
