export const maxOwnQuestions = 5;
export const maxFacts = 30;
