/** What a page is held to. docs/verify.md lists the same. */
import { bundledInWords } from '../../build/country.js';
import { plain } from '../plain.js';

/** `note` is to be known and does not fail a page. */
export type Level = 'error' | 'warning' | 'note';

interface Rule {
  level: Level;
  /** what is looked for */
  summary: string;
  /** what to do */
  remedy: string;
}

/** Where in the HTML, from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface Finding {
  rule: RuleId;
  level: Level;
  message: string;
  remedy: string;
  place?: Place;
}

export type RuleId = keyof typeof rules;

const rule = (level: Level, summary: string, remedy: string): Rule => ({ level, summary, remedy });

export const rules = {
  // The page
  'page-unreachable': rule('error', 'The page cannot be read.', 'See that the address answers with HTML.'),
  redirected: rule('note', 'The address leads elsewhere.', 'Name the new address.'),
  insecure: rule(
    'warning',
    'The page comes over http.',
    'Serve it over https: on the way anybody can change a number.',
  ),
  'nothing-embedded': rule(
    'warning',
    'Nothing of Havn is on the page.',
    'Put the snippet back, or take the page off the list.',
  ),

  // Elements, placeholders and plain HTML
  'element-unknown': rule(
    'error',
    'There is no element of this name.',
    'Correct the name: README.md lists the elements.',
  ),
  'attribute-unknown': rule(
    'warning',
    'The element has no such attribute.',
    'Correct the name, or take the attribute out.',
  ),
  'attribute-value': rule(
    'warning',
    'An attribute has a value that is not allowed; the default shows.',
    'Take one of the values that are allowed.',
  ),
  'address-elsewhere': rule(
    'note',
    'An element takes its services from another server, or its way out leads there.',
    'See that you have chosen it, and not somebody who may write on the page.',
  ),
  'fallback-missing': rule(
    'error',
    'The element is empty: without its script nothing shows.',
    'Paste the whole snippet, with the number inside the tag.',
  ),
  'fallback-number-missing': rule(
    'error',
    'What stands inside the tag does not have the number.',
    'Paste the whole snippet, with the number inside the tag.',
  ),
  'fallback-not-a-link': rule(
    'warning',
    'The number inside the tag does not call.',
    'Paste the whole snippet, with its link.',
  ),
  'fallback-number-unseen': rule(
    'warning',
    'What stands inside the tag calls the number and does not show it.',
    'Paste the whole snippet: who reads at a desk dials by hand.',
  ),
  'fallback-number-wrong': rule(
    'error',
    'Inside the tag stands a number that is not in the facts.',
    'Paste the snippet anew.',
  ),
  'language-missing': rule(
    'warning',
    'No `lang` around the element: it speaks English.',
    'Give the page, or the element, its `lang`.',
  ),
  'language-unknown': rule(
    'warning',
    'Havn does not speak the language of the place: English shows.',
    'Give the element a language that Havn speaks.',
  ),
  'html-outdated': rule(
    'warning',
    'The pasted HTML is not that of this build.',
    'Paste the file in dist/html/ anew.',
  ),
  'html-link-differs': rule(
    'warning',
    'A link in the pasted HTML leads elsewhere than in this build.',
    'Paste the file in dist/html/ anew.',
  ),
  'only-with-script': rule(
    'warning',
    'The element is not in the HTML of the page: without script there is nothing.',
    'Put the number where the element will be.',
  ),

  // Frames
  'frame-unreachable': rule(
    'error',
    'The page in the frame cannot be read.',
    'Put dist/frame/ where the address leads, or correct it.',
  ),
  'frame-refused': rule(
    'error',
    'The server of the frame does not let the page show it.',
    'Take X-Frame-Options out there, and name the page in `frame-ancestors`.',
  ),
  'frame-srcdoc': rule(
    'error',
    'The frame has a `srcdoc`: it shows that, and not the page that its address leads to.',
    'Take `srcdoc` out.',
  ),
  'frame-sandbox': rule(
    'warning',
    'The sandbox takes something away from the frame.',
    'sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"',
  ),
  'frame-title': rule(
    'warning',
    'The frame has no `title`: a screen reader cannot name it.',
    'Paste the whole snippet, with its `title`.',
  ),
  'frame-number-missing': rule(
    'warning',
    'The number does not stand outside of the frame.',
    'Paste the whole snippet, with the number under the frame.',
  ),

  // Scripts
  'script-missing': rule(
    'error',
    'No script on the page defines the element.',
    'Add the script of the snippet to the page.',
  ),
  'script-unreachable': rule(
    'error',
    'The script cannot be read.',
    'Put it where the address leads, or correct the address.',
  ),
  'script-type': rule(
    'error',
    'The browser will not run it.',
    'Take `type` and `nomodule` out, and exempt it from the consent manager: it stores nothing. Serve it as text/javascript.',
  ),
  'script-insecure': rule('error', 'The script comes over http.', 'Serve it over https.'),
  'script-twice': rule(
    'warning',
    'More than one script of Havn defines the same.',
    'One havn.js is enough for all elements: take the others out.',
  ),
  'script-module': rule(
    'warning',
    `As a module the script speaks ${bundledInWords()} only.`,
    'Take type="module" out.',
  ),
  'script-language': rule(
    'warning',
    'The script does not speak the language of the place.',
    'Take havn.js instead, with the folder locales/ beside it.',
  ),
  'placeholder-script': rule(
    'error',
    'Only havn.js fills placeholders.',
    'Take havn.js instead of the script of one element.',
  ),
  'script-bundled': rule(
    'note',
    'The elements come with another script, such as a bundle: it cannot be compared.',
    'Bring havn-widgets up to date in your application.',
  ),
  'integrity-missing': rule(
    'note',
    'The script has no `integrity`.',
    'Add `integrity` from dist/integrity.json, and crossorigin="anonymous".',
  ),
  'integrity-missing-elsewhere': rule(
    'warning',
    'A script from another host has no `integrity`.',
    'Add `integrity` from dist/integrity.json, and crossorigin="anonymous".',
  ),
  'integrity-wrong': rule(
    'error',
    'The `integrity` is not that of the script: the browser refuses it.',
    'Take the hash of this file from dist/integrity.json.',
  ),
  'integrity-unreadable': rule(
    'warning',
    'The `integrity` holds no hash that browsers read: they ignore it.',
    'Take the hash of this file from dist/integrity.json.',
  ),
  'crossorigin-missing': rule(
    'error',
    'With `integrity` and from another host, the script needs `crossorigin`: the browser refuses it.',
    'Add crossorigin="anonymous".',
  ),
  'cors-missing': rule(
    'error',
    'With `crossorigin`, the other host has to send Access-Control-Allow-Origin: the browser refuses it.',
    'Have the host send `Access-Control-Allow-Origin: *`, or take `crossorigin` and `integrity` out.',
  ),
  'build-current': rule('note', 'The file is that of this build.', 'Nothing.'),
  'build-other': rule(
    'warning',
    'The file is not that of this build.',
    'Put the files of this build on the server, and the new hash on the page.',
  ),
  'facts-age': rule('note', 'How old the facts are.', 'Nothing.'),
  'facts-old': rule('warning', 'Nobody has checked the facts for more than a year.', 'Get a newer build.'),

  // Policies
  'policy-script': rule(
    'error',
    'The policy of the page does not allow the script.',
    'Add to `script-src` what docs/embedding.md says.',
  ),
  'policy-language': rule(
    'warning',
    'The policy of the page does not allow the language file: English shows.',
    'Allow the folder locales/, or the hash of the file, in `script-src`.',
  ),
  'policy-trusted-types': rule(
    'error',
    'The policy of the page does not allow the name `havn`: the number shows, and no element.',
    'Write `trusted-types havn`.',
  ),
  'policy-sandbox': rule(
    'error',
    'The policy of the page allows no scripts at all.',
    'Add allow-scripts to `sandbox`, or paste plain HTML.',
  ),
  'policy-integrity': rule(
    'error',
    'The page asks of every script for `integrity`.',
    'Add `integrity` and crossorigin="anonymous".',
  ),
  'policy-frame': rule(
    'error',
    'The policy of the page does not allow the frame.',
    'Add the address of the frames to `frame-src`.',
  ),
  'policy-style': rule(
    'warning',
    'The policy of the page does not allow the style sheet of the plain HTML.',
    'Add the address of havn.css to `style-src`.',
  ),
  'policy-connect': rule(
    'warning',
    'The policy of the page does not allow the data that it names.',
    'Add their address to `connect-src`.',
  ),

  // Numbers in the own text of the page
  'number-misspelt': rule(
    'error',
    'A number is one slip away from that of the helpline.',
    'Correct it, or see that it is what you mean.',
  ),
  'number-nearly': rule(
    'warning',
    'A number is one slip away from that of a service that the page names.',
    'Correct it, or see that it is what you mean.',
  ),
  'number-differs': rule(
    'warning',
    'Near a name stands another number than that of the facts.',
    'Correct it, or see that it is what you mean.',
  ),
  'number-of-branch': rule(
    'note',
    'Near the name of a branch stands a number that the facts do not have.',
    'See that it is right: Havn knows the national numbers only.',
  ),
  'number-turned': rule(
    'error',
    'In a text from right to left, the groups of a number show the last one first.',
    'Put `dir="ltr"` on the element around the number, or no-break spaces into it.',
  ),
  'number-premium': rule('warning', 'A number costs extra (82x).', 'Name another number.'),
  'link-text-differs': rule('error', 'A link calls another number than it shows.', 'Make both the same.'),
  'link-calls-nobody': rule(
    'warning',
    'A link shows a number of the facts, as if it called it, and leads elsewhere.',
    'Let it call the number (`tel:`).',
  ),

  // With script
  'browser-missing': rule(
    'note',
    'There is no Chromium here that starts: nothing was tried with script.',
    'Install one, or name it in CHROME_PATH.',
  ),
  'browser-failed': rule('error', 'The browser could not open the page.', 'Open it by hand.'),
  version: rule('note', 'The version that runs.', 'Nothing.'),
  'script-blocked': rule(
    'error',
    'The browser has not loaded a script of Havn.',
    'See the other findings, and the console of the browser.',
  ),
  'element-not-shown': rule(
    'error',
    'The element does not show: what stands inside the tag does, where that is still there.',
    'See the other findings, and the console of the browser.',
  ),
  'element-failed': rule(
    'error',
    'The element has failed (`havn-error`).',
    'See the console of the browser. If nothing there helps, tell the makers of Havn.',
  ),
  'number-hidden': rule(
    'error',
    'The number of the banner cannot be seen.',
    'See what hides or covers the banner.',
  ),
  'number-covered': rule(
    'warning',
    'Something lies over the number of the banner.',
    'See what covers it: often a notice on cookies, which should leave the banner free.',
  ),
  'language-differs': rule(
    'warning',
    'The element speaks another language than its place asks for.',
    'See that locales/ of the same build lies beside the script.',
  ),
  'console-warning': rule('warning', 'Havn has warned on the console.', 'Do what it says.'),
  'request-unexpected': rule(
    'error',
    'A script of Havn has asked another place for something.',
    'Take the files of this build: somebody may have changed them.',
  ),
};

/** Longer than any sentence about a page that is meant well. */
const longest = 2000;

/** @param message in which what comes from outside is made plain, and short, by `told` */
export const finding = (id: RuleId, message: string, place?: Place): Finding => ({
  rule: id,
  level: rules[id].level,
  message: plain(message, longest),
  remedy: rules[id].remedy,
  ...(place && { place }),
});

/** Notes fail no page. */
export const isFault = ({ level }: Finding) => level !== 'note';
