/** The questions of the permit guide: every path from the first question to an outcome. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { critical, loadDirectory } from 'havn-widgets/directory';
import { followAnswers, giveAnswer, loadPermits, type Outcome, takeBack } from 'havn-widgets/guidance';
import { languages, localize } from 'havn-widgets/locale';

const permits = loadPermits();
const { services } = loadDirectory();

/** Every path from the first question to an outcome. */
function pathsFrom(
  answers: readonly string[] = [],
  asked: readonly string[] = [],
): { answers: readonly string[]; outcome: Outcome }[] {
  const { question, outcome, given } = followAnswers(permits, answers);
  assert.equal(given.length, answers.length);
  if (outcome) {
    assert.equal(question, undefined, `a question after an outcome: ${answers}`);
    return [{ answers, outcome }];
  }
  assert.ok(question, `a dead end: ${answers}`);
  assert.ok(!asked.includes(question.id), `a circle: ${[...asked, question.id]}`);
  return question.answers.flatMap(({ id }) =>
    pathsFrom(giveAnswer(permits, answers, id), [...asked, question.id]),
  );
}
const paths = pathsFrom();

const outcomeOf = (...answers: string[]) => followAnswers(permits, answers).outcome;

describe('the paths', () => {
  test('reach every outcome and every question, and ask six questions at most', () => {
    const reached = new Set(paths.map(({ outcome }) => outcome.id));
    assert.deepEqual([...reached].sort(), permits.outcomes.map(({ id }) => id).sort());
    const asked = paths.flatMap(({ answers }) =>
      followAnswers(permits, answers).given.map(({ question }) => question.id),
    );
    assert.deepEqual([...new Set(asked)].sort(), permits.questions.map(({ id }) => id).sort());
    assert.equal(Math.max(...paths.map(({ answers }) => answers.length)), 6);
  });

  test('each outcome has a human behind a number', () => {
    for (const { id, services: ids, permits: about } of permits.outcomes) {
      const numbers = ids.flatMap(serviceId => {
        const service = services.find(other => other.id === serviceId) ?? assert.fail(serviceId);
        const ask = services.find(other => other.id === service.x_contact_through) ?? service;
        return (ask.phones ?? []).map(({ number }) => number);
      });
      assert.ok(numbers.length >= ids.length, id);
      assert.ok(ids.includes(critical.helpline.id), id);
      for (const permit of about) assert.ok(permits.permits.some(other => other.id === permit));
    }
  });

  test('no service that takes no individual cases, and no safe house, is at an end', () => {
    for (const { services: ids } of [...permits.outcomes, ...permits.permits])
      for (const id of ids) {
        const service = services.find(other => other.id === id);
        assert.ok(service?.x_audience.includes('person') && !service.x_safe_house, id);
      }
  });

  test('ROSA comes first at every end but danger', () => {
    for (const { id, services: ids } of permits.outcomes)
      assert.equal(ids[0], id === 'emergency' ? critical.emergency.id : critical.helpline.id, id);
  });

  test('an answer is nowhere held against who gave it', () => {
    for (const id of ['emergency', 'something-else', 'return-ask'])
      assert.deepEqual(permits.outcomes.find(other => other.id === id)?.conditions, [], id);
  });

  test('no outcome asserts a right, and each says "may"', () => {
    const asserted =
      /\b(you (have a|have the|are entitled|will|must|shall)|your right|du har (rett|krav)|(?<!kan ha )rett (til|på)|(?<!om )du (skal|vil|må) |du får)\b/i;
    for (const language of languages())
      for (const { id, name, description } of loadPermits(localize(language).fact).outcomes) {
        assert.doesNotMatch(`${name} ${description}`, asserted, `${language} ${id}`);
        assert.match(`${name} ${description}`, /\b(may|kan)\b/i, `${language} ${id}`);
      }
  });

  test('danger ends at 112, whatever else', () => {
    const outcome = outcomeOf('yes');
    assert.equal(outcome?.id, 'emergency');
    assert.equal(outcome?.services[0], critical.emergency.id);
    assert.match(outcome?.description ?? '', /112.*ROSA/);
  });

  test('who has a reflection period and asks about going home is sent to a human: ROSA', () => {
    for (const stay of ['yes', 'unsure']) {
      const outcome = outcomeOf('no', 'yes', 'home', stay);
      assert.equal(outcome?.id, 'return-ask');
      assert.equal(outcome?.services[0], 'rosa-helpline');
      assert.match(outcome?.description ?? '', /source does not say .*right to stay.*Ask ROSA or UDI/);
    }
    assert.equal(outcomeOf('no', 'yes', 'home', 'no')?.id, 'return');
  });

  test('a limited residence permit is an outcome only where report, need and broken ties were answered', () => {
    const [path, ...others] = paths.filter(({ outcome }) => outcome.id === 'limited-residence-permit');
    assert.ok(path);
    for (const { answers } of [path, ...others])
      assert.deepEqual(answers.slice(-4), ['case', 'yes', 'yes', 'yes']);
    assert.equal(outcomeOf('no', 'yes', 'case', 'yes', 'yes', 'no')?.id, 'ties-first');
    assert.equal(outcomeOf('no', 'yes', 'case', 'yes', 'no')?.id, 'ask-about-case');
    assert.equal(outcomeOf('no', 'yes', 'case', 'no')?.id, 'advice-before-report');
  });

  test('an application can be switched to asylum', () => {
    assert.equal(outcomeOf('no', 'unsure', 'protection', 'no', 'yes')?.id, 'switch-to-asylum');
    assert.equal(outcomeOf('no', 'unsure', 'protection', 'no', 'no')?.id, 'asylum');
  });

  test('who wants protection, and has been told to be needed in a case, reads first of the permit for it', () => {
    const outcome = outcomeOf('no', 'yes', 'protection', 'yes');
    assert.equal(outcome?.id, 'protection-case');
    assert.match(outcome?.conditions[0] ?? '', /^Limited residence permit: .* reported to the police/);
  });

  test('who wants protection sees asylum, the reflection period and the limited permit beside each other', () => {
    const ends = paths.filter(({ answers }) => answers.includes('protection'));
    assert.ok(ends.length);
    for (const { outcome } of ends) {
      for (const permit of ['reflection-period', 'limited-residence-permit', 'asylum'])
        assert.ok(outcome.permits.includes(permit), `${outcome.id}: ${permit}`);
      // The source does not say whether they go together.
      assert.match(outcome.description, /source does not say .* at the same time/, outcome.id);
    }
  });
});

describe('the walk', () => {
  test('begins at the first question', () => {
    const { question, outcome, given } = followAnswers(permits, []);
    assert.deepEqual([question?.id, outcome, given], [permits.first, undefined, []]);
  });

  test('the questions that can still come are counted: never more or fewer than come', () => {
    for (const { answers } of paths)
      for (let count = 0; count <= answers.length; count++) {
        const { least, most } = followAnswers(permits, answers.slice(0, count));
        assert.ok(least <= answers.length && answers.length <= most, `${answers} ${count}`);
        if (count === answers.length) assert.equal(least, most);
      }
    const place = followAnswers(permits, []);
    assert.deepEqual([place.least, place.most], [1, 6]);
    const { least, most } = followAnswers(permits, ['no', 'yes', 'time']);
    assert.deepEqual([least, most], [4, 4]);
  });

  test('back is the question before, from everywhere, and at the first it stays there', () => {
    for (const { answers } of paths)
      for (let count = answers.length; count > 0; count--) {
        const before = takeBack(answers.slice(0, count));
        const { question } = followAnswers(permits, before);
        assert.ok(question?.answers.some(({ id }) => id === answers[count - 1]));
      }
    assert.deepEqual(takeBack([]), []);
  });

  test('an answer that is none changes nothing, nor does one after the end', () => {
    assert.deepEqual(giveAnswer(permits, ['no'], 'maybe'), ['no']);
    assert.deepEqual(giveAnswer(permits, ['no'], 'constructor'), ['no']);
    assert.deepEqual(giveAnswer(permits, ['yes'], 'yes'), ['yes']);
    const { question, given } = followAnswers(permits, ['no', 'maybe', 'yes']);
    assert.deepEqual([question?.id, given.length], ['exploited', 1]);
  });

  test('the answers given are remembered in the language of the document', () => {
    const { given } = followAnswers(permits, ['no', 'unsure']);
    assert.deepEqual(
      given.map(({ question, answer }) => [question.id, answer.text]),
      [
        ['danger', 'No'],
        ['exploited', 'I am not sure'],
      ],
    );
  });
});
