const days = "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun";
const months = "january|february|march|april|june|july|august|september|october|november|december";

/** They name, move, narrow or refuse a time, whatever else is said. */
const meaningful = new RegExp(
  String.raw`\b(?:weeks?|weekends?|weekdays?|months?|years?|fortnight|days|hours?|minutes?|half|quarter|noon|night|mid|end of|beginning of|start of|early|late|later|latest|earlier|earliest|sooner|except|excluding|apart from|besides|not|never|neither|every|each|before|after|until|till|between|previous|following|(?:${days})days?|${months}|\d{1,2}(?:st|nd|rd|th)?)\b|n't\b`,
);
/** "I'm not sure", "don't mind": these refuse nothing. */
const courtesies =
  /\b(?:(?:i'm|i am) not sure|(?:i )?(?:don't|do not) (?:mind|know)|if (?:that's|that is|it's|it is) not (?:a|too much) (?:problem|trouble)|why not|isn't it|after all|see you later|not at all)\b/g;

/** Whether words of time are left that nobody read: the answer would not hold all that was said. */
export const hasUnreadTime = (rest: string): boolean => meaningful.test(rest.replace(courtesies, " "));
