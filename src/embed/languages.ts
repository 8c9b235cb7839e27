import { warn } from '../base/warn.js';
import { refreshLanguages, seekLanguages } from '../locale/language-controller.js';
import { hearLanguageFiles } from '../locale/language-files.js';
import { loadFile, originOfScript } from '../locale/loading.js';
import { knownLanguages, languages, offerOnDemand } from '../locale/localization.js';
import { negotiate } from '../locale/negotiate.js';

/**
 * Takes up the language files that a page loads by tags of its own, and loads by itself the language that a place on the
 * page asks for, from the folder of the running script. While it loads, and if it cannot be had, the widgets there speak
 * the language that they have. For the script that carries everything: a language file is in the order of its messages.
 */
export function offerLanguages(build: string, hashes: Readonly<Record<string, string>>): void {
  const origin = originOfScript();
  hearLanguageFiles(build, refreshLanguages);
  if (!origin) return;
  offerOnDemand(Object.keys(hashes));
  seekLanguages(tag => {
    const language = negotiate(tag, knownLanguages());
    const hash = hashes[language];
    if (!hash || languages().indexOf(language) >= 0) return;
    loadFile(`locales/${language}.js`, hash, origin, () =>
      warn(`lang=${language}`, 'could not be loaded; another shows.'),
    );
  });
}
