import { interpret } from "../german-time";
import type { Lexicon } from "./lexicon";

const it = "(das|es|ihn|den|die|sie|mich|mir|uns|so|dann|ruhig|bitte|mal|gern|gerne|den termin|alles)";
const good =
  "(gut|bestens|perfekt|prima|super|wunderbar|toll|klasse|okay|ok|recht|in ordnung|richtig|fein|ideal|schoen|genau richtig|kein problem)";
const very =
  "(sehr|ganz|voll|total|wirklich|auch|so|mir|uns|bei mir|bei uns|alles|ja|doch|schon|scho|da|fuer mich|eh)";
const enter =
  "(eintragen|buchen|festmachen|reservieren|nehmen|machen|verschieben|verlegen|umbuchen|absagen|stornieren|loeschen|streichen)";

/** How people at the phone say yes and no, from the coast to the Alps. */
export const german: Lexicon = {
  phrases: {
    yes: [
      "ja+|jaja|joa?|jau|jup|jupp|jep|jepp|yep|yes|jawoll?|jawohl|jawoi|mhm ja|aber ja|ja doch|na ja gut|doch ja|oh ja|ach ja|ei ja",
      "(ja )?(na|aber) (klar|sicher|logisch|natuerlich|logo)|klar|klaro|logisch|logo|sicher|sicher doch|sichi|gewiss|freilich|eh klar|passt eh",
      "genau|genau so|richtig|korrekt|exakt|stimmt|eben|so ist es|so isses|ganz genau|ganz richtig",
      "(aber |sehr |ja |ganz )?gerne?|(aber )?(natuerlich|selbstverstaendlich|unbedingt)|liebend gerne?|herzlich gerne?|mit vergnuegen",
      "okay|ok|okey|oki|okidoki|alles klar|alles gut|alles roger|roger|geht klar|geht in ordnung|jut|jo passt",
      `(sehr |ganz |also |na )?(gut|perfekt|prima|super|wunderbar|toll|klasse|spitze|ausgezeichnet|hervorragend|bestens|schoen|fein|optimal|ideal|grossartig|fantastisch|top|cool|fabelhaft|tiptop)( so)?`,
      "auf jeden fall|auf alle faelle|(gar |ueberhaupt )?kein problem|jederzeit|abgemacht|gebongt|geritzt|deal|einverstanden|in ordnung|von mir aus|meinetwegen|nur zu|bitte ja|ja bitte|bitte gerne?|bitte sehr gerne?",
      "warum nicht|wieso nicht|wenn (das|es) (fuer sie |bei ihnen |so )?(geht|passt|klappt|moeglich ist|okay ist|in ordnung ist)",
      "mach ma|mach mer|machen wir|machmas|passt|passt scho|bassd( scho)?|basst( scho)?|des passt|dat passt|det passt|sell passt|is gut|ist gut|jawohl ja|wohl",
    ],
    assent: [
      `(das|es|der|die|des|dat|det|sell|dies|dieser|diese|so|mir|uns|bei mir|der termin|die zeit|die uhrzeit)?( ?)(passt|passen|klappt|geht|gienge|ginge|stimmt|passte|haut hin)( ${very})* ${good}`,
      `(das|es|der|des|dat|so|der termin|die zeit) ${very}?( ?)(passt|klappt|stimmt|geht|haut hin)( ${very})*`,
      `(das |es |so |des |dat |der |der termin )(ist|is|isch|waere) ${very}?( ?)${good}`,
      `(das |es )?(klingt|hoert sich) ${very}?( ?)${good}( an)?`,
      `(das |es |dat )?(passt|klappt|stimmt)( ${very})*`,
      `(den|das|die|ihn|die zeit|den termin|dann|des|so) (nehm|nehme|nehmen|machen|mache|mach|buchen|buche) (ich|wir|mir|ma)( ${it}| gern| gerne)*`,
      `(ich|wir) (nehm|nehme|nehmen|buche|machen|mache)( ${it})*`,
      `(nehm|nehme|nehmen|machen|buchen) (ich|wir|mir|ma)( ${it})*`,
      `(machen|mache|buchen|nehmen|verschieben|verlegen) sie( ${it})*( so)?`,
      `(koennen|duerfen) sie( ${it})* ${enter}`,
      `(bitte |gern |gerne )${it}?( ?)${enter}`,
      `${enter} bitte`,
      `(tragen|trag|schreiben|schreib) sie( ${it})* (ein|auf)|sagen sie( ${it})* ab`,
      "so (machen|mache|nehmen) (wir|ich|mir|ma)( das| es)?|so machen|so soll es sein|so wars gemeint",
      "(ich )?bin (ich )?(damit )?(dabei|einverstanden)|damit (bin ich|sind wir) einverstanden|(das )?soll mir recht sein|(das )?ist mir recht|mir recht",
      "(ich |da )?(habe?|spricht) (ich )?nichts? (dagegen|einzuwenden)|keine einwaende|dem steht nichts im wege?",
      "(da )?(kann|koennen) (ich|wir)( da)? kommen|ich komme( dann)?( gern| gerne)?|da komme ich( gern| gerne)?",
      "das (kann|koennen|duerfen) sie( so| gern| gerne| ruhig)* (machen|eintragen|buchen|absagen)",
      "ich (bestaetige( das| es| den termin)?|moechte das so|will das so|haette den gerne?|nehm den gerne?)|haben sie richtig verstanden",
    ],
    no: [
      "nein+|nee+|noe+|nae|na na|nein danke|ne danke|nein nein|keinesfalls|keineswegs|niemals|nimmer|auf (gar )?keinen fall|unter keinen umstaenden|um gottes willen",
      "(doch |lieber |besser |eher |bitte |lieber doch |doch lieber |dann |dann lieber )?(nicht|net|ned|nich|nit|ned so)( so| ganz| mehr)*( gut| recht| passend| richtig| einverstanden| in ordnung| okay)?",
      "nichts|nix|kein|keine|keinen|keiner|nie|falsch|verkehrt|stimmt (so )?nicht|passt (mir |uns |so |da )*(nicht|net|ned|gar nicht)",
      "(lassen|vergessen) (sie|wir) (das|es|den|den termin)( lieber| mal| doch| gut sein)*|lass ma|abbrechen|stopp abbrechen|zurueck|rueckgaengig",
    ],
    other: [
      "(doch |dann |doch dann )?(lieber|eher|besser)|stattdessen|statt|anstatt|sondern|vielmehr",
      "(doch )?(ein )?(bisschen |etwas |noch |viel |wenig )*(spaeter|frueher|eher)",
      "ander(e|er|es|en|em|erer|eren)?|anders|woanders|jemand ander(s|en|em|er)",
      "oder (geht|ginge|haben|haetten|gibt|gaebe|kann|koennte|koennten|vielleicht|doch|lieber|auch|ist|waere|am|um|an|nachmittags?|vormittags?|abends?|morgens?)( .*)?",
      "(was|etwas|einen|ein termin|einen termin)? ?(naechste|uebernaechste|andere) woche|verschieben (wir|sie) das|tauschen",
      "(einen|ein) weiteren|noch einen( termin)?|zwei termine",
    ],
    reserve: [
      "aber|allerdings|jedoch|wobei|obwohl|nur|bloss|ausser|sofern|wenn|falls|vorausgesetzt|hauptsache|es sei denn|eigentlich|an sich|oder|trotzdem|bevor|vorher|solange|notfalls|zur not|wenns|ob",
      "muss (ich |nur |aber )*(erst|noch|mal|das)|muesste ich|erst (noch |mal |einmal )*",
      "je nachdem|kommt (darauf|drauf) an|unter (der|einer) bedingung|unter vorbehalt|vorbehaltlich",
    ],
    obstacle: [
      "leider|schade|schlecht|ungern|unguenstig|unpassend|knapp|eng|schwierig|unmoeglich|bloed|doof|mist|ausgeschlossen|zu (frueh|spaet|weit|lang|lange|teuer|kurzfristig|knapp|bald|viel)",
      "(bin|waere) (ich |wir )?(da |dann |leider |ja |an dem tag |noch )*(im urlaub|verreist|verhindert|unterwegs|weg|auf arbeit|in der arbeit|arbeiten|beim|im dienst|krank|auf reisen|nicht da)",
      "im urlaub|verreist|verhindert|arbeiten|arbeite|ein problem|probleme",
      "(da |dann )?(muss|hab|habe|haette) ich (da |ja |leider |schon |noch )*(arbeiten|schule|dienst|schicht|etwas|was|einen termin|nen termin|einen anderen|physio|uni|keine zeit|weg)",
      "(das |es )?(schaff|schaffe|kann|krieg|kriege) ich (da |das |leider |so )*(kaum|schwer|schlecht)",
    ],
    pause: [
      "moment|momentchen|augenblick|sekunde|sekuendchen|minute|warten sie|warte|wart|stopp|stop|halt|langsam|nicht so schnell",
      "(ich |das |da )?(weiss|wees|woass) (ich |das |jetzt |noch |gar |ja )*(nicht|net|ned|nich|nit|noch nicht)( genau| so genau| recht)?|keine ahnung",
      "(bin |ich bin |da bin ich )?(mir )?(noch |gar |da |nicht ganz |da noch |jetzt )*(nicht|un|net)? ?(ganz )?(sicher ob|unsicher|nicht sicher|net sicher|unentschlossen)|nicht (so |ganz )?sicher",
      "ueberleg\\w*|nachdenken|mal (sehen|schauen|gucken|nachsehen|nachschauen|nachdenken)|nachschauen|nachsehen|schauen wir mal|schau mer mal|ich (schau|schaue|guck|gucke|seh|sehe)( \\w+)*",
      "vielleicht|eventuell|moeglicherweise|unter umstaenden|wahrscheinlich|vermutlich|womoeglich|hoffentlich|theoretisch|im prinzip|prinzipiell|jein|na ja|naja|hm|hmm|tja|puh|so halb|kann sein|mag sein|schon irgendwie",
      "sagen sie( mal)?|hoeren sie( mal)?|eine (kleine |kurze |andere )?frage|ich (haette|habe|hab) (noch |da |mal )*(eine|ne|ein paar) (kleine |kurze )?fragen?|ich wollte (noch )?(fragen|wissen)|ich frage mich|fragen|absprechen|abklaeren|klaeren",
    ],
    aside: [
      "hallo|guten (tag|morgen|abend)|gruess gott|moin|servus|(ich )?(bin )?(noch )?(am apparat|in der leitung|dran)|(ich )?bin noch (da|hier)|ich hoere( sie)?|hoeren sie mich|ich verstehe|verstehe|verstanden|ach so|aha|aehm? ja und",
      "wie bitte|bitte was|noch ?mal|noch einmal|nochmals|wiederholen|das habe ich nicht verstanden|akustisch",
      "am (handy|telefon)|ruhe|mama|papa|schatz|komm her|tschuess|auf wiederhoeren|ciao",
    ],
    question: [
      "was|wie|wieviel|wie viel|wann|wo|wohin|woher|warum|wieso|weshalb|wozu|womit|wer|wem|wen|welche[rsmn]?|ab wann|bis wann|um wie viel|bei wem|mit wem|an welchem",
      "(haben|haetten|hat|geht|gehts|ginge|gibt|gibts|gaebe|kann|koennen|koennten|koennte|muss|muesste|darf|duerfen|soll|sollte|wird|werden|dauert|kostet|ist|sind|waere|brauche|brauch) (sie|ich|man|wir|es|das|der|die|da|denn|auch|mir|dafuer|dort|noch|bei)",
    ],
    name: [
      "(mein name ist|(ich|wir) heissen?|auf (den |die |meinen )?namen?|auf|fuer|name|hier ist|hier spricht|ich bin (die|der))( (den|die|meinen|familie|frau|herrn?|dr|doktor|von|van|zu))*( (?!und |ja |oder |aber |bitte |das |ist |mit |noch |nicht )\\S+){1,2}",
      "mein name",
    ],
    filler: [
      "aeh+m?|aehh?|oehm?|eh|ehm|also|ach|achso|oh|na|nun|so|dann|denn|halt ja|mhm|mh|ne klar|bitte|bittschoen|bitte schoen|danke|danke schoen|danke sehr|dankeschoen|vielen dank|vielen lieben dank|besten dank|recht herzlichen dank|merci|und|wunderbar danke|bis dann|bis bald|bis nachher|gell|wa|mal|doch|auch|jetzt|da|das waers|mei",
      "(danke|danke schoen|dankeschoen|vielen dank|bis dann|bis bald|(tag|abend)( noch)?)( ,)? (tschuess|tschau|ciao|servus|(auf )?wiederhoeren)",
      "einen schoenen (tag|abend)( noch)?|schoenen (tag|abend)( noch)?|noch nie (da|bei ihnen|dort)( gewesen)?|noch nicht (bei ihnen|da gewesen|dort gewesen)|zum ersten mal|das erste mal",
    ],
  },
  dangling:
    "und oder aber dass ich wir sie es der die das den dem ein eine einen einem um am an auf mit fuer zu zum zur weil wenn bei von vom im in bis ab mein meine".split(
      " ",
    ),
  takesBack: /doch|lieber|besser|vergessen|lass|abbrechen|stopp|zurueck|rueckgaengig|keinen fall/,
  namesTime: (text) => interpret(text, anywhere).kind !== "none",
};

/** Whether a time is named does not depend on when and where it is. */
const anywhere = { now: new Date("2026-01-05T08:00:00Z"), zone: "Europe/Berlin" };
