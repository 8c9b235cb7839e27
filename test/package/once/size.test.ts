import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { type Entry, elements } from '../../../tools/build/entries.js';
import { costs, measure, row } from '../../../tools/build/size.js';

const file = 'elements/hotline-banner.js';
const banner = elements.find(entry => entry.file === file) as Entry;

test('what a script weighs is told beside what has grown since it was recorded', async () => {
  const measured = (await measure({ english: false })).find(size => size.file === file);
  assert.ok(measured);
  const { bytes, budget } = measured;
  assert.equal(bytes, brotliCompressSync(readFileSync(`dist/${file}`)).length);
  assert.equal(measured.recorded, JSON.parse(readFileSync('sizes.json', 'utf8'))[file]);
  const told = (recorded: number | undefined) => row({ ...measured, recorded }).replace(/ +/g, ' ');
  const ofBudget = `of ${budget}, `;
  for (const [recorded, change] of [
    [bytes - 12, '+12 '],
    [bytes + 3, '-3 '],
    [bytes, ''],
    [undefined, 'new '],
  ] as const)
    assert.ok(told(recorded).startsWith(`${file} ${bytes} ${change}${ofBudget}`), told(recorded));
});

test('what the parts of a script cost is told of the script that is shipped, and of what is in it alone', async () => {
  const rows = await costs(banner);
  const names = rows.map(({ part }) => part);
  for (const part of [
    'Lit',
    'styles',
    'element hotline-banner',
    'facts',
    'texts in English',
    'texts in nb',
    'texts in nn',
  ])
    assert.ok(names.includes(part), `${part} is missing`);
  assert.deepEqual(
    names.filter(name => /^element (?!hotline)|search/.test(name)),
    [],
  );
  const whole = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(Math.abs(whole / brotliCompressSync(readFileSync(`dist/${file}`)).length - 1) < 0.02);
  const lit = rows.find(({ part }) => part === 'Lit')?.bytes ?? 0;
  assert.ok(lit > 1000 && lit < whole / 2);
});
