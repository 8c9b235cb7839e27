import type { Answer, Outcome, PermitsDocument, Question } from './types.js';

type Questionnaire = Pick<PermitsDocument, 'first' | 'questions' | 'outcomes'>;

export interface GivenAnswer {
  readonly question: Question;
  readonly answer: Answer;
}

/** Where a reader is: at a question or at an outcome. One of the two is set. */
export interface Place {
  /** The answers that led here, in order. */
  readonly given: readonly GivenAnswer[];
  readonly question: Question | undefined;
  readonly outcome: Outcome | undefined;
  /** How many questions there are in all: at least and at most, since answers can end them sooner. */
  readonly least: number;
  readonly most: number;
}

/**
 * Where answers lead, in the language of the document. Answers are given by id, in order; without any, the place is the
 * first question. An answer that its question does not have is ignored, and so are all answers after it.
 */
export function followAnswers(
  { first, questions, outcomes }: Questionnaire,
  answers: readonly string[],
): Place {
  const questionOf = (id: string | undefined) => questions.find(question => question.id === id);
  const given: GivenAnswer[] = [];
  let question = questionOf(first);
  for (const id of answers) {
    const answer = question?.answers.find(other => other.id === id);
    if (!question || !answer) break;
    given.push({ question, answer });
    if (answer.outcome) {
      const outcome = outcomes.find(other => other.id === answer.outcome);
      return { given, question: undefined, outcome, least: given.length, most: given.length };
    }
    question = questionOf(answer.question);
  }
  const left = (from: Question | undefined, pick: (...counts: number[]) => number): number =>
    from ? 1 + pick(...from.answers.map(answer => left(questionOf(answer.question), pick))) : 0;
  return {
    given,
    question,
    outcome: undefined,
    least: given.length + left(question, Math.min),
    most: given.length + left(question, Math.max),
  };
}

/** The answers and one more. Unchanged if the question that they lead to does not have that answer. */
export function giveAnswer(
  questionnaire: Questionnaire,
  answers: readonly string[],
  id: string,
): readonly string[] {
  const { given, question } = followAnswers(questionnaire, answers);
  return question?.answers.some(answer => answer.id === id)
    ? [...given.map(({ answer }) => answer.id), id]
    : answers;
}

/** The answers without the last one: leads back to the previous question. */
export function takeBack(answers: readonly string[]): readonly string[] {
  return answers.slice(0, -1);
}
