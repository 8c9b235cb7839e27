import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  documentsOf,
  faultsOfConformance,
  type Inputs,
  readInputs,
  titlesOf,
} from '../../tools/docs/conformance.js';
import { sure } from '../sure.js';

/** The faults after a change of the data. */
function faultsAfter(change: (inputs: Inputs) => void) {
  const inputs = structuredClone(readInputs());
  change(inputs);
  return faultsOfConformance(inputs);
}

describe('the accessibility documents', () => {
  test('name tests that are there', () => {
    assert.deepEqual(faultsOfConformance(), []);
  });

  test('have each of the 50 criteria once, and the 47 in the statement', () => {
    const [report = '', statement = ''] = Object.values(documentsOf());
    const inReport = [...report.matchAll(/^\| (\d\.\d\.\d+) .*, EN 9\.\1 /gm)].map(([, number]) => number);
    assert.equal(inReport.length, 50);
    assert.equal(new Set(inReport).size, 50);
    const [, from = ''] = statement.split('## De 47 kravene');
    const [table = ''] = from.split('1. februar 2024');
    assert.equal([...table.matchAll(/^\| \d\.\d\.\d+ /gm)].length, 47);
  });

  test('say that no person has tested with a screen reader', () => {
    const [report = '', statement = ''] = Object.values(documentsOf());
    assert.match(report, /No person has tested with a screen reader/);
    assert.match(statement, /Ingen person har testet med skjermleser/);
  });

  test('have the day of the version, and none before it is released', () => {
    const inputs = { ...readInputs(), version: '9.8.7' };
    const dated = { ...inputs, changelog: '## [9.8.7] - 2031-02-03\n' };
    const reportOf = (inputs: Inputs) => sure(Object.values(documentsOf(inputs))[0]);
    assert.match(reportOf(dated), /## Report date\n\n2031-02-03\n/);
    assert.match(reportOf(inputs), /## Report date\n\nNone yet/);
  });
});

describe('a fault', () => {
  test('is a test that has another name, or a file that is gone', () => {
    const evidence = { file: 'test/unit/conformance.test.ts', test: 'a fault' };
    const withEvidence = (more: object) =>
      faultsAfter(({ conformance: { criteria } }) => {
        sure(criteria[0]).evidence = [{ ...evidence, ...more }];
      });
    assert.deepEqual(withEvidence({}), []);
    assert.match(withEvidence({ test: 'a faul' }).join(), /9\.1\.1\.1: .* has no test “a faul”/);
    const gone = faultsOfConformance(readInputs(), () => undefined);
    assert.match(gone.join(), /there is no test\/elements\/accessibility\.test\.ts/);
  });

  test('is a criterion that is missing, stands twice, or has a result that nothing shows', () => {
    const faults = faultsAfter(({ conformance: { criteria } }) => {
      criteria[3] = sure(criteria[2]);
      sure(criteria[0]).evidence = [];
    });
    assert.deepEqual(
      faults.map(fault => fault.replace(/^\S+ /, '')),
      [
        'criterion 1.2.3 is missing',
        'criterion 1.2.2 stands twice',
        '9.1.1.1: nothing shows its result',
        '48 criteria hold for the Norwegian statement, not 47',
      ],
    );
  });

  test('is a criterion that is not met, and that docs/accessibility.md does not name', () => {
    const faults = faultsAfter(({ conformance: { criteria } }) => {
      sure(criteria[0]).result = 'Does not support';
    });
    assert.deepEqual(faults, ['docs/accessibility.md does not name 1.1.1, which is not met']);
  });
});

test('titles are those of tests that run', () => {
  const source = [
    "test('one', () => {",
    `  it(\`two \${a} and \${b}\`, {`,
    '  // test("three", () => {',
    "  test.skip('four'",
    "describe(\n  'it’s \\'five\\''",
  ].join('\n');
  assert.deepEqual([...titlesOf(source)], ['one', 'two … and …', "it’s 'five'"]);
});
