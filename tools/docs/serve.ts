/**
 * Serves the documentation, the builder, the partner pages and the page of all states as a strict host would: with every
 * header that could break a widget.
 */
import { readFile, stat } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { transform } from 'esbuild';
import { ownName } from '../../src/locale/language-names.js';
import { targetLanguages } from '../build/country.js';
import { fallbackOf, inTag } from '../build/in-tag.js';
import { insideOf } from '../build/plain-fallback.js';

const root = join(import.meta.dirname, '../..');

/** Which folder answers for a path; the first that fits. */
const mounts = [
  { prefix: '/dist/', folder: join(root, 'dist') },
  { prefix: '/builder/', folder: join(root, 'builder') },
  { prefix: '/docs/', folder: join(root, '.build/site') },
  { prefix: '/', folder: join(root, 'demo') },
];

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.ics': 'text/calendar',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain',
  '.txt': 'text/plain',
  '.vcf': 'text/vcard',
  '.zip': 'application/zip',
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/** The embed builder shows the preview in a frame, and makes a picture of it. */
const builderPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:; require-trusted-types-for 'script'";

/** Hosts that allow even less, or something else, by what their pages begin with. */
const stricterPolicies = {
  '/builder/': builderPolicy,
  '/docs/builder/': builderPolicy,
  // Its services of its own are a file.
  '/partners/municipality/':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
  '/partners/': "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
};

interface Answer {
  status: number;
  body?: string | Buffer;
  /** a file extension */
  type?: string;
  headers?: Record<string, string>;
}

function policyOf(path: string) {
  const [, stricter] = Object.entries(stricterPolicies).find(([prefix]) => path.startsWith(prefix)) ?? [];
  return stricter ?? policy;
}

const message = (status: number, text: string): Answer => ({
  status,
  type: '.html',
  body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text}</title>
<h1>${text}</h1>
<p><a href="/docs/">Go to the front page</a></p>
</html>
`,
});

const notFound = () => message(404, 'This page does not exist');

/** `{{integrity havn.js}}` in a page: the hash of that file of dist. */
async function withIntegrity(page: string) {
  if (!page.includes('{{integrity ')) return page;
  const hashes: Record<string, string> = JSON.parse(
    await readFile(join(root, 'dist/integrity.json'), 'utf8'),
  );
  return page.replace(/\{\{integrity ([\w./-]+)\}\}/g, (_, file) => {
    const hash = hashes[file];
    if (!hash) throw new Error(`dist/integrity.json does not know ${file}`);
    return hash;
  });
}

/** `{{inside hotline-banner.nb}}` in a page: the content of that element as plain HTML. */
const withInsides = (page: string) =>
  page.replace(/\{\{inside ([\w-]+)\.([a-z]+)\}\}/g, (_, name, language) => insideOf(name, language));

/** `{{in-tag nb}}` in a page: what stands inside a tag. */
const withTags = (page: string) => page.replace(/\{\{in-tag ([a-z]+)\}\}/g, (_, language) => inTag(language));

/** The path of a request, decoded; `undefined` if there is none to answer. */
function pathOf(url: string) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    // Whatever could climb, hide or name another host.
    return /^\/(?!\/)/.test(path) && !/[\0\\]|\/\./.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function fileAnswer(path: string): Promise<Answer> {
  const mount = mounts.find(({ prefix }) => path.startsWith(prefix));
  if (!mount) return notFound();
  const file = resolve(mount.folder, path.slice(mount.prefix.length));
  if (file !== mount.folder && !file.startsWith(mount.folder + sep)) return notFound();

  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    if (!path.endsWith('/')) return { status: 301, headers: { Location: `${encodeURI(path)}/` } };
    return fileAnswer(`${path}index.html`);
  }
  if (!found || path.endsWith('/')) return notFound();
  const type = extname(file);
  const body = await readFile(file);
  return {
    status: 200,
    type,
    body: type === '.html' ? withTags(withInsides(await withIntegrity(body.toString()))) : body,
  };
}

async function answerTo(path: string | undefined): Promise<Answer> {
  switch (path) {
    case undefined:
      return message(400, 'This address cannot be read');
    case '/favicon.ico':
      return { status: 204 };
    // What stands at the root is the documentation: it leads to the builder and to everything else.
    case '/':
    case '/docs':
      return { status: 302, headers: { Location: '/docs/' } };
    // The policy lets no page fetch: gallery.html gets the manifest and the languages as a script.
    case '/manifest.js': {
      const manifest = await readFile(join(root, 'custom-elements.json'), 'utf8');
      const languages = ['en', ...targetLanguages()].map(id => ({
        id,
        name: ownName(id),
        ...fallbackOf(id),
      }));
      return {
        status: 200,
        type: '.js',
        body: `globalThis.manifest = ${manifest.trim()};\nglobalThis.languages = ${JSON.stringify(languages)};\n`,
      };
    }
    case '/gallery.js': {
      const { code } = await transform(await readFile(join(root, 'demo/gallery.ts')), { loader: 'ts' });
      return { status: 200, type: '.js', body: code };
    }
    default:
      return fileAnswer(path);
  }
}

async function respond({ method = '', url = '' }: IncomingMessage, response: ServerResponse) {
  const path = pathOf(url);
  let answer: Answer;
  if (method !== 'GET' && method !== 'HEAD') {
    answer = { ...message(405, 'Pages here can only be read'), headers: { Allow: 'GET, HEAD' } };
  } else {
    answer = await answerTo(path).catch(error => {
      console.error(error);
      return message(503, 'Not built yet, or just being built: npm run build');
    });
  }
  const { status, body = '', type = '', headers = {} } = answer;
  response.writeHead(status, {
    ...(type && { 'Content-Type': contentType(type) }),
    ...(type === '.html' && { 'Content-Security-Policy': policyOf(path ?? '') }),
    ...(status !== 204 && { 'Content-Length': Buffer.byteLength(body) }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function contentType(extension: string) {
  const type = contentTypes[extension];
  return type ? `${type}; charset=utf-8` : 'application/octet-stream';
}

export function createServer() {
  return http.createServer((request, response) => void respond(request, response));
}

if (process.argv[1] === import.meta.filename) {
  // This machine alone is answered, unless somebody says otherwise: HOST=0.0.0.0 for a phone in the same network.
  const { HOST = '127.0.0.1', PORT = '8080' } = process.env;
  const server = createServer().listen(Number(PORT), HOST, () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Havn: http://localhost:${port}/`);
  });
}
