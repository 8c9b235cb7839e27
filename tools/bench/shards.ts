/**
 * `tools/bench/shards.ts [COUNT …]`: what a directory cut into shards costs, at 100 000 services or as many as are
 * named, as a Markdown table. Needs a build, and Chromium. The services are fictional (tools/bench/shard-records.ts).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import puppeteer, { PredefinedNetworkConditions } from 'puppeteer-core';
import { typeScript } from '../build/type-script.js';
import { chromiumArguments, chromiumPath } from '../test/chromium.js';
import { openServer } from '../test/server.js';
import { median } from './figures.js';
import { writeRecords } from './shard-records.js';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** The largest memory that a process and its children have had at one time, in bytes; 0 where the system does not tell. */
function watchMemory(pid: number) {
  let most = 0;
  const look = () => {
    if (!existsSync('/proc')) return;
    let now = 0;
    for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1] ?? '';
        if (name !== String(pid) && parent !== String(pid)) continue;
        now += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
      } catch {
        // It has ended.
      }
    }
    most = Math.max(most, now);
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return most;
  };
}

async function build(folder: string) {
  const start = performance.now();
  const child = spawn(process.execPath, [...typeScript, 'tools/desk/havn.ts', 'shard', folder], {
    stdio: 'inherit',
  });
  const memory = watchMemory(child.pid ?? 0);
  const status = await new Promise(resolve => child.on('exit', resolve));
  if (status !== 0) throw new Error(`The command ended with ${status}.`);
  return { seconds: (performance.now() - start) / 1000, memory: memory() };
}

function onDisk(folder: string) {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => statSync(join(file.parentPath, file.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A server of a folder and of dist. */
async function serve(shards: string) {
  const server = http.createServer(async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    try {
      const size = /^\/page-(\d+)$/.exec(path)?.[1];
      const body = size
        ? `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><havn-service-finder lang="nb" page-size="${size}" src="/shards/"></havn-service-finder><script src="/dist/havn.js"></script>`
        : await readFile(path.startsWith('/dist/') ? `.${path}` : join(shards, path.replace('/shards', '')));
      const type = size ? types['.html'] : types[extname(path)];
      // As a good host sends what is not packed already.
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type && { 'content-encoding': 'br' }),
      });
      response.end(type ? brotliCompressSync(body) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return openServer(server);
}

/**
 * Runs in the page: types, and waits for an answer of the shards that begins otherwise than what is on screen.
 * @returns the time in milliseconds
 */
async function timeOf(text: string): Promise<number> {
  const root = document.querySelector('havn-service-finder')?.shadowRoot as ShadowRoot;
  const first = () => root.querySelector('[data-service^=fiktiv]')?.getAttribute('data-service');
  const before = first();
  const input = root.querySelector('input') as HTMLInputElement;
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input'));
  return new Promise((resolve, reject) => {
    const watch = () => {
      const now = first();
      if (now && now !== before) requestAnimationFrame(() => resolve(performance.now() - start));
      else if (performance.now() - start > 60_000) reject(new Error(`Nothing came for ${text}.`));
      else setTimeout(watch, 4);
    };
    watch();
  });
}

/** What is typed: the first on a page that has loaded nothing, the others after it. */
const queries = ['krisesenteret sandvik', 'legevakten', 'rettshjelpen fjellberg'];
const rounds = 5;

/** @param isSlow slow 4G, and a processor four times slower */
async function visit(browser: Browser, address: string, isSlow: boolean) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() =>
    document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input'),
  );
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  let requests = 0;
  let bytes = 0;
  session.on('Network.requestWillBeSent', () => void requests++);
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  if (isSlow) {
    await page.emulateNetworkConditions(PredefinedNetworkConditions['Slow 4G']);
    await page.emulateCPUThrottling(4);
  }
  const figures = [];
  for (const text of queries) {
    requests = bytes = 0;
    const time = await page.evaluate(timeOf, text);
    figures.push({ text, time, requests, bytes });
  }
  await context.close();
  return figures;
}

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'havn-shards-'));
  try {
    writeRecords(folder, count);
    const { seconds, memory } = await build(folder);
    const { files, bytes } = onDisk(join(folder, 'shards'));
    console.log(
      `\n${count} services: built in ${seconds.toFixed(0)} s with ${megabytes(memory)} of memory, ${files} files, ${megabytes(bytes)}\n`,
    );
    const server = await serve(join(folder, 'shards'));
    const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumArguments });
    console.log('| services | cards | typed | requests | bytes | local | slow 4G, CPU 4× |');
    console.log('| ---: | ---: | --- | ---: | ---: | ---: | ---: |');
    for (const cards of [50, 10]) {
      const address = `${server.origin}/page-${cards}`;
      const quick: { requests: number; bytes: number; time: number }[][] = [];
      for (let round = 0; round < rounds; round++) quick.push(await visit(browser, address, false));
      const slow: typeof quick = [];
      for (let round = 0; round < 3; round++) slow.push(await visit(browser, address, true));
      queries.forEach((text, index) => {
        const of = (visits: typeof quick) => visits.flatMap(visit => visit[index] ?? []);
        const [first] = of(quick);
        if (!first) return;
        const times = [quick, slow].map(visits => median(of(visits).map(({ time }) => time)));
        console.log(
          `| ${count} | ${cards} | ${index ? '' : 'first: '}${text} | ${first.requests} | ${kilobytes(first.bytes)} | ${times
            .map(time => `${time.toFixed(0)} ms`)
            .join(' | ')} |`,
        );
      });
    }
    await browser.close();
    server.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`);
const counts = process.argv.slice(2).map(Number);
for (const count of counts.length ? counts : [100_000]) await measure(count);
