/** How each command is asked: what its help says, and the options that it reads. No command is loaded for it. */
import type { ParseArgsConfig } from 'node:util';

type Option = NonNullable<ParseArgsConfig['options']>[string] & { help: string };

interface Usage {
  usage: string;
  /** how many words it takes beside the options; any number, if it is left out */
  most?: number;
  summary: string;
  options: Record<string, Option>;
}

export const usages = {
  validate: {
    usage: 'validate FILE [--lang nb]',
    most: 1,
    summary:
      "Checks a host's own services: what would be left out or has no effect, and where it stands in the file.",
    options: { lang: { type: 'string', default: 'en', help: 'language of the answer: en or nb' } },
  },
  shard: {
    usage: 'shard DIR [--out DIR] [--language nb]',
    most: 1,
    summary:
      'Cuts a directory of HSDS files into static files, which the service finder searches from any server (src="…/").',
    options: {
      out: { type: 'string', help: 'where to write; otherwise shards/ in the folder that is read' },
      language: { type: 'string', help: 'language of the texts, if it is not the first one of the country' },
    },
  },
  verify: {
    usage:
      'verify URL… [--sitemap URL] [--format text|json|sarif|junit] [--output FILE] [--no-script] [--no-sandbox] [--wait SECONDS] [--timeout SECONDS] [--ignore RULE]',
    summary: 'Reads live pages, with and without script, and says what of Havn on them is wrong.',
    options: {
      sitemap: { type: 'string', multiple: true, default: [], help: 'reads all pages that it lists' },
      format: { type: 'string', default: 'text', help: 'of the report: text, json, sarif or junit' },
      output: { type: 'string', help: 'file for the report' },
      'no-script': { type: 'boolean', default: false, help: 'reads the pages without a browser' },
      'no-sandbox': { type: 'boolean', default: false, help: 'for Chromium as root' },
      wait: { type: 'string', default: '10', help: 'seconds for the elements to appear' },
      timeout: { type: 'string', default: '60', help: 'seconds for a page' },
      ignore: { type: 'string', multiple: true, default: [], help: 'leaves out what this rule finds' },
    },
  },
  'facts set': {
    usage: 'facts set ID phone|email|url VALUE',
    most: 3,
    summary: 'Changes a number or an address, and every line that repeats it.',
    options: {},
  },
  'facts diff': {
    usage: 'facts diff A B [--write] [--today YYYY-MM-DD]',
    most: 2,
    summary:
      'Says what changed for readers between two versions of the facts: git revisions or folders that hold data/.',
    options: {
      write: { type: 'boolean', help: 'to the top of CHANGELOG-facts.md' },
      today: { type: 'string', help: 'day of the section, if it is not today' },
    },
  },
  'facts due': {
    usage: 'facts due [--days N] [--today YYYY-MM-DD]',
    most: 0,
    summary: 'Lists what to check again, and how.',
    options: {
      days: { type: 'string', help: 'how old a check may be' },
      today: { type: 'string', help: 'day to count from, if it is not today' },
    },
  },
  'facts assure': {
    usage: 'facts assure ID --by NAME --on YYYY-MM-DD',
    most: 1,
    summary: 'Records that somebody has checked a fact against its source.',
    options: {
      by: { type: 'string', help: 'who has checked; the name stays in the repository and is never shipped' },
      on: { type: 'string', help: 'the day of the check' },
    },
  },
  keygen: {
    usage: 'keygen FILE',
    most: 1,
    summary:
      'Makes a key to sign facts with: the private half goes to FILE, which only you keep; the public half is printed.',
    options: {},
  },
  release: {
    usage: 'release [VALID_UNTIL]',
    most: 1,
    summary:
      'Counts the present facts as a new release, valid for a year or until the day given (YYYY-MM-DD), in data/release.json.',
    options: {},
  },
  sign: {
    usage: 'sign KEYFILE [dist/facts.json]',
    most: 2,
    summary: 'Signs facts for the pages that follow them: writes the signature beside them, dist/facts.sig.',
    options: {},
  },
} satisfies Record<string, Usage>;

/** @param name `verify`, or `facts` for all that begin so; none for all commands */
export function helpOn(name: string = ''): string {
  const all: Record<string, Usage> = usages;
  const one = all[name];
  if (one) {
    const options = Object.entries(one.options).map(
      ([option, { help }]) => `  --${option.padEnd(12)}${help}`,
    );
    return [
      `npm run havn -- ${one.usage}`,
      '',
      one.summary,
      ...(options.length ? ['', ...options] : []),
    ].join('\n');
  }
  const several = Object.entries(all).filter(([command]) => !name || command.startsWith(`${name} `));
  return [
    'npm run havn -- COMMAND …',
    '',
    ...several.map(([, { usage, summary }]) => `  ${usage}\n    ${summary}`),
    '',
    'COMMAND --help says more of one.',
  ].join('\n');
}
