import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { test } from 'node:test';
import {
  faultsOf,
  interleaved,
  median,
  pairedRatios,
  quantile,
  shown,
  spread,
} from '../../tools/bench/figures.js';
import { throughLine } from '../../tools/bench/line.js';
import { peersWinLoading } from '../../tools/bench/report.js';
import { table } from '../../tools/build/markdown.js';

test('the median lies in the middle, between two where they are even', () => {
  assert.equal(median([9, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([7]), 7);
});

test('quartiles and p95 are between the values that they fall between', () => {
  assert.deepEqual(spread([5, 1, 4, 2, 3]), { median: 3, low: 2, high: 4 });
  assert.equal(quantile([10, 20], 0.95), 19.5);
});

test('a ratio is taken within a round: what slows a whole round falls out', () => {
  assert.deepEqual(pairedRatios([110, 1100, 220], [100, 1000, 200]), [1.1, 1.1, 1.1]);
  assert.throws(() => pairedRatios([1, 2], [1]), /rounds/);
});

test('in each round all take their turn, and another one begins', () => {
  assert.deepEqual(interleaved(['a', 'b', 'c'], 4), [
    ['a', 'b', 'c'],
    ['b', 'c', 'a'],
    ['c', 'a', 'b'],
    ['a', 'b', 'c'],
  ]);
});

test('a gate that is broken is named with what was measured and what is allowed', () => {
  const row = { name: 'First content', unit: 'times plain HTML', target: 1.4, gate: 1.75 };
  assert.deepEqual(faultsOf([{ ...row, value: 1.75 }]), []);
  assert.deepEqual(faultsOf([{ ...row, value: 1.8 }]), [
    'First content: 1.80 times plain HTML, at most 1.75 times plain HTML',
  ]);
});

test('what was not measured is a fault, and what has no gate is none', () => {
  const row = { name: 'A key', unit: 'ms', target: 32 };
  assert.deepEqual(faultsOf([{ ...row, value: Number.NaN, gate: 40 }]), [
    'A key: not measured ms, at most 40 ms',
  ]);
  assert.deepEqual(faultsOf([{ ...row, value: 1000 }]), []);
});

test('figures have as many digits as say something', () => {
  assert.deepEqual([0, 0.004, 1.046, 12.34, 1234.5].map(shown), ['0', '0', '1.05', '12.3', '1235']);
});

test('a table of Markdown keeps a bar within its cell', () => {
  assert.equal(table(['a', 'b'], [['1|2', '3']]), '| a | b |\n| --- | --- |\n| 1\\|2 | 3 |');
});

test('what a peer does better is said, and what plain HTML does is not', () => {
  const ratio = { median: 1, low: 1, high: 1 };
  const same = { sent: 1, before: 0, ratio, firstContent: ratio, shift: 0, blocking: 0, heap: 0 };
  const text = peersWinLoading({
    title: '',
    rows: [
      { ...same, name: 'Plain HTML', packages: [], bytes: 0 },
      { ...same, name: 'Havn: banner', packages: [], bytes: 7000 },
      { ...same, name: 'Havn: all', packages: [], bytes: 9000 },
      { ...same, name: 'Small', packages: ['small'], bytes: 3000 },
      { ...same, name: 'Large', packages: ['large'], bytes: 8000 },
    ],
  });
  assert.equal(
    text,
    'What a peer does better than "Havn: banner":\n\n- script and style, 7.0 kB: Small 3.0 kB',
  );
});

test('a line takes its time, and what comes through it is the same in the same order', async () => {
  const echo = createServer(socket => socket.on('error', () => socket.destroy()).pipe(socket)).listen(
    0,
    '127.0.0.1',
  );
  await once(echo, 'listening');
  const { port } = echo.address() as AddressInfo;
  const line = await throughLine(port, { roundTrip: 20, down: 4000, up: 8000 });
  try {
    const sent = randomBytes(200_000);
    const start = performance.now();
    const socket = connect(line.port, '127.0.0.1');
    socket.write(sent);
    const parts = [];
    let length = 0;
    for await (const part of socket) {
      parts.push(part);
      length += part.length;
      if (length === sent.length) break;
    }
    assert.deepEqual(Buffer.concat(parts), sent);
    // A round trip for the connection, one for the bytes, and the time in the slower direction: 200 000 / 4000.
    assert.ok(performance.now() - start >= 20 + 20 + 50 - 2, `${performance.now() - start} ms`);
  } finally {
    line.close();
    echo.close();
  }
});
