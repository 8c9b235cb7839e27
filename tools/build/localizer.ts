/**
 * What lit-localize reads of the sources and of the translations. As a program, it keeps one of the two for
 * tools/build/kept-messages.ts, which runs it when a file has changed.
 */
import { resolve } from 'node:path';
import type { Message } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { inCountry, targetLanguages } from './country.js';
import { keep } from './kept-messages.js';

/** Configures lit-localize, which otherwise reads a file of its own. */
export function localizer() {
  return new RuntimeLitLocalizer({
    sourceLocale: 'en' as Locale,
    targetLocales: targetLanguages() as Locale[],
    tsConfig: 'tsconfig.json',
    output: { mode: 'runtime', outputDir: 'src/locale/generated', language: 'ts' },
    interchange: { format: 'xliff', xliffDir: inCountry('locales') },
    baseDir: '.',
    resolve,
  });
}

/** `{0}` stands for the first value of the English template. */
const asText = (contents: Message['contents']) =>
  contents.map((part, index) => (typeof part === 'string' ? part : `{${part.index ?? index}}`)).join('');

function readSourceMessages(): [id: string, text: string][] {
  const { messages, errors } = localizer().extractSourceMessages();
  if (errors.length) throw new Error(errors.map(({ messageText }) => messageText).join('\n'));
  // A generated id is a hash of the template: when the build minifies the template, the id would lose its translation.
  for (const { name, file, contents } of messages) {
    if (/^[hs][0-9a-f]{16}$/.test(name)) throw new Error(`${file.fileName}: a msg() call has no id`);
    // Two adjacent values would be one placeholder, and the numbers of placeholders would not be the places of values.
    for (const piece of contents)
      if (typeof piece !== 'string' && !/^\$\{[^$]*\}$/.test(piece.untranslatable))
        throw new Error(`${file.fileName}: ${name}: put "${piece.untranslatable}" outside the message`);
  }
  return messages.map(({ name, contents }) => [name, asText(contents)]);
}

function readTranslations() {
  const { translations } = localizer().readTranslationsSync();
  return Object.fromEntries(
    [...translations].map(([language, messages]) => [
      language,
      Object.fromEntries(messages.map(({ name, contents }) => [name, asText(contents)])),
    ]),
  );
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === 'messages') keep('messages', readSourceMessages());
  else keep('translations', readTranslations());
}
