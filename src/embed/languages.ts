import { warn } from '../base/warn.js';
import { refreshLanguages, seekLanguages } from '../locale/language-controller.js';
import { hearLanguageFiles } from '../locale/language-files.js';
import { loadFile, originOfScript } from '../locale/loading.js';
import { knownLanguages, languages, offerOnDemand } from '../locale/localization.js';
import { negotiate } from '../locale/negotiate.js';

/**
 * Adds the language files that a page loads with its own tags. If a `lang` on the page asks for another language, loads
 * it from the folder of the running script. While it loads, and if it cannot be loaded, the widgets there keep the
 * language that they have. Only for the script with all messages: language files have their messages in the same order.
 */
export function offerLanguages(build: string, hashes: Readonly<Record<string, string>>): void {
  const origin = originOfScript();
  const listen = hearLanguageFiles(build, refreshLanguages);
  if (!origin) return;
  offerOnDemand(Object.keys(hashes));
  seekLanguages(tag => {
    const language = negotiate(tag, knownLanguages());
    const hash = hashes[language];
    if (!hash || languages().indexOf(language) >= 0) return;
    listen();
    loadFile(`locales/${language}.js`, hash, origin, () =>
      warn(`lang=${language}`, 'could not be loaded; another shows.'),
    );
  });
}
