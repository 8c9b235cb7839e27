/** What every command of the desk has in common. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { main } from '../../tools/desk/havn.js';
import { usages } from '../../tools/desk/usage.js';
import { havn, listen } from './desk.js';

describe('npm run havn -- COMMAND', () => {
  const asked: [command: string, words: string[]][] = Object.entries(usages).flatMap(([command, usage]) => [
    [command, ['--no-such-option']],
    ...('most' in usage ? [[command, Array(usage.most + 1).fill('x')] as [string, string[]]] : []),
  ]);
  for (const [command, words] of asked)
    test(`${command} ${words.join(' ')}: is refused, and says how to ask`, async () => {
      const { status, stderr } = await havn([...command.split(' '), ...words]);
      assert.equal(status, 2);
      assert.match(
        stderr,
        words[0] === 'x' ? /^Nothing more is asked: "x" is too much\.$/m : /--no-such-option/,
      );
      assert.ok(stderr.endsWith(`npm run havn -- ${usages[command as keyof typeof usages].usage}`), stderr);
    });
});

test('what nobody foresaw is told without what controls a terminal or a CI service', async () => {
  const { code, text } = await listen(() =>
    main(['sign', 'x'], () => JSON.parse('\u001b]0;x\u0007\n::error::x ##[error]')),
  );
  assert.equal(code, 2);
  assert.match(text, /^SyntaxError: .*not valid JSON/s);
  assert.match(text, /^ {4}at .*desk\.test/m);
  assert.doesNotMatch(text, /(?!\n)\p{Cc}|^\s*::|##\[/mu);
});

describe('npm run havn -- COMMAND --help', () => {
  for (const [command, { usage, options }] of Object.entries(usages))
    for (const help of ['--help', '-h'])
      test(`${command} ${help}: how to ask, and each option`, async () => {
        const { status, lines, stderr } = await havn([...command.split(' '), help]);
        assert.equal(status, 0);
        assert.equal(stderr, '');
        assert.ok(lines[0]?.endsWith(usage), lines[0]);
        for (const option of Object.keys(options)) {
          assert.ok(
            lines.some(line => line.trim().startsWith(`--${option} `)),
            option,
          );
          assert.ok(usage.includes(`--${option}`), `the usage names --${option}`);
        }
      });

  test('counts beside other words, but not after --', async () => {
    assert.equal((await havn(['validate', 'no-such-file.json', '--help'])).status, 0);
    assert.equal((await havn(['validate', '--', '--help'])).status, 2);
  });

  test('lists all commands, or those of facts', async () => {
    const { status, lines } = await havn(['--help']);
    assert.equal(status, 0);
    const all = await havn([]);
    assert.deepEqual(all.lines, lines);
    for (const { usage } of Object.values(usages)) assert.ok(lines.includes(`  ${usage}`), usage);
    const facts = await havn(['facts', '--help']);
    assert.equal(facts.status, 0);
    assert.ok(facts.lines.includes(`  ${usages['facts set'].usage}`));
    assert.ok(!facts.lines.includes(`  ${usages.verify.usage}`));
  });

  test('of a command that there is not is an error', async () => {
    assert.equal((await havn(['nothing', '--help'])).status, 2);
  });
});
