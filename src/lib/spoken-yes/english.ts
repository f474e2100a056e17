import type { Lexicon } from "./lexicon";

const good = "(good|great|fine|perfect|right|okay|ok|well|alright|correct|lovely|ideal|nice)";
const it = "(it|that|this|me|the appointment|the one|please|just|for me|down|in)";

/** The same book in English. */
export const english: Lexicon = {
  phrases: {
    yes: [
      "yes+|yeah+|yep|yup|yah|aye|ya|uh huh|mhm yes|oh yes|yes please|please do|please yes",
      "sure|sure thing|of course|certainly|definitely|absolutely|indeed|exactly|correct|right|thats right|by all means|with pleasure|gladly|agreed|deal|why not|no problem|no worries",
      "(very |all |thats )?(okay|ok|alright|good|great|fine|perfect|brilliant|excellent|wonderful|lovely|super|awesome|fantastic|cool|splendid)",
      "go ahead|go for it|sounds good|works for me|fine by me|fine with me",
    ],
    assent: [
      `(that|it|this|that time|the time)( ?)(works|suits me|fits|will do|is|sounds|would be|will be|works out)( (really|very|just|all|absolutely|for me|for us))*( ${good})?( for me| for us| with me)?`,
      `(thats|its) (really |very |just |all |absolutely )?${good}( for me| for us| with me)?`,
      `(ill|i will|we will|well|i would like to|id like to|lets) (take|have|book|do|go with)( ${it})+`,
      `(book|take|do|reserve|confirm|cancel|move|put)( ${it})+( down| in)?|cancel please|lets do (it|that)`,
      "(im|i am|we are|were) (happy|fine|okay|ok|good) with (that|it)|i agree|i confirm|i can make it|i can do that|i can come|you can (book|cancel|move) (it|that)",
    ],
    no: [
      "no+|nope|nah|no thanks|no thank you|never|never mind|nevermind|not|dont|doesnt|cant|cannot|wont|wouldnt|isnt|aint|wrong|forget it|leave it|neither|nothing",
      "(rather |better |really |absolutely |certainly |definitely )not|no way|on no account|scratch that|stop that",
    ],
    other: [
      "rather|instead|prefer|better|another|other|different|someone else|somebody else|something else|somewhere else",
      "(a (bit|little) |much |slightly |any )?(later|earlier|sooner)|change it|move it|or (can|could|maybe|do|is|would|on|at)( .*)?|how about( .*)?|what about( .*)?",
    ],
    reserve: [
      "but|however|although|though|unless|if|as long as|provided|only|except|or|actually|depends|before that|first i",
      "i (have|need|must|still have) to (first |still )?(check|ask|see|think)|i need to (check|ask|see)",
    ],
    obstacle: [
      "unfortunately|sadly|a pity|too (early|late|soon|long|far|expensive|short)|difficult|impossible|inconvenient|on holiday|on vacation|away|at work|working|busy|a problem",
    ],
    pause: [
      "(one |just a |wait a |hang on a )?(moment|second|sec|minute)|wait|hold on|hang on|let me (think|see|check|look)|i (dont|do not) know|not sure|im not sure|i am not sure|unsure|maybe|perhaps|possibly|probably|i think about it|hmm|hm|well",
      "tell me|listen|a question|i have a question|i wanted to (ask|know)|i was wondering",
    ],
    aside: [
      "hello|hi|good (morning|afternoon|evening)|(im|i am) (still )?(here|there|listening)|i can hear you|can you hear me|pardon|sorry|excuse me|come again|say (that |it )?again|repeat( that)?|i see|bye|goodbye",
    ],
    question: [
      "what|how|when|where|why|who|whom|which|whose",
      "(do|does|did|is|are|can|could|would|will|should|may|must|have|has) (you|i|it|that|there|we|they|this|he|she)",
    ],
    name: [
      "(my name is|the name is|the names|under the name|in the name of|this is|i am|im|its|for|under)( (mr|mrs|ms|dr))?( (?!and |but |or |please |the |a |not |here|there|still )\\S+){1,2}",
    ],
    filler: [
      "(thanks|thank you|thank you very much|cheers|see you|see you then)( ,)? (bye|bye bye|goodbye)",
      "uh+|um+|erm?|ah|oh|so|then|please|thanks|thank you|thanks a lot|thank you very much|cheers|and|just|mm|mhm|see you|see you then|have a nice day|too|now",
    ],
  },
  dangling: "and or but that i we you he she it the a an my on at to for with because if of in".split(" "),
  takesBack: /rather|better|forget|leave|never mind|nevermind|scratch|stop|no way|on no account/,
  namesTime: (text) => time.test(text),
};

const time =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight|noon|midnight|mornings?|afternoons?|evenings?|o ?clock|next week|\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)|\d{1,2}:\d{2}|(?:at|until|after|before|from|by) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)|half past|quarter (?:past|to)|\d{1,2}(?:st|nd|rd|th))\b/i;
