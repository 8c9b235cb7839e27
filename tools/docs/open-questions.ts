/**
 * What a native speaker should look at in each language, from data/locales/open-questions.json and the texts as they are
 * now: a page of the documentation site (tools/docs/made.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { inCountry, languageName, targetLanguages } from '../build/country.js';
import { table } from '../build/markdown.js';
import { sourceMessages, unitsIn } from '../build/messages.js';

const doubtsFile = inCountry('locales/open-questions.json');

/** A country need not have any. */
const { look, doubts }: { look: string[]; doubts: Record<string, { id: string; doubt: string }[]> } =
  existsSync(doubtsFile) ? JSON.parse(readFileSync(doubtsFile, 'utf8')) : { look: [], doubts: {} };

const introduction = `# Questions to people who speak the language

A machine translated these texts. Nobody who speaks the language has read them yet. You can help in an hour, and you need not know anything about computers.

1. Find your language below. There are two tables: what we doubt, and the twenty texts that matter most.
2. Read the text in your language first. Would a tired, frightened person understand it at once? Then compare it with the English.
3. Write in the last column what it should say, or "good". You can print the page and use a pen.
4. Send your answer to the people who maintain Havn, or as an issue.

Three things matter more than style. "May" must not become a promise: "you may be entitled to" is not "you are entitled to". "You do not have to" must not become "you must not". And nothing should sound like a threat, or as if the reader were to blame. Do not change numbers, or the names of organisations.

What stands in braces, such as {0}, is filled in by the page. The id on the left is only for us.
`;

const cell = (text: string) => text.replace(/\n/g, ' ');

function chapter(language: string, english: Map<string, string>) {
  const units = unitsIn(language);
  const row = (id: string, ...more: string[]) => [
    `\`${id}\``,
    cell(units.get(id)?.target ?? ''),
    cell(english.get(id) ?? ''),
    ...more.map(cell),
    '',
  ];
  const open = (doubts[language] ?? []).filter(({ id }) => english.has(id));
  return [
    `## ${languageName(language)} (${language})`,
    '### What we doubt',
    open.length
      ? table(
          ['id', 'text now', 'what it should say', 'what is doubted', 'your answer'],
          open.map(({ id, doubt }) => row(id, doubt)),
        )
      : 'Nothing in particular.',
    '### The texts that matter most',
    table(
      ['id', 'text now', 'what it should say', 'your answer'],
      look.map(id => row(id)),
    ),
  ].join('\n\n');
}

export function openQuestions(): string {
  const english = sourceMessages();
  const chapters = targetLanguages().map(language => chapter(language, english));
  return `${[introduction.trim(), ...chapters].join('\n\n')}\n`;
}

export function checkOpenQuestions(): string[] {
  const english = sourceMessages();
  const asked = [...look, ...Object.values(doubts).flatMap(rows => rows.map(({ id }) => id))];
  const unknown = [...new Set(asked)].filter(id => !english.has(id));
  return unknown.map(id => `locales/open-questions.json: there is no text ${id}`);
}
