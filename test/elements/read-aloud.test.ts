import { rosa } from '../rosa.js';
import { aTimeout, clear, expect, settled, show } from './helpers.js';
import { replacing } from './host.js';
import { all, find, part, parts, textOf } from './on-screen.js';
import { click } from './reader.js';

const real = Object.getOwnPropertyDescriptor(window, 'speechSynthesis');
const RealUtterance = window.SpeechSynthesisUtterance;

type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService'>;

class Utterance {
  lang = '';
  voice?: Voice;
  onend?: () => void;
  onerror?: () => void;

  constructor(readonly text: string) {}
}

/** Imitates the voices of a device, and records what they are told to say. */
class Voices extends EventTarget {
  said: { text: string; lang: string; voice: string }[] = [];
  ended = 0;
  /** The utterance that is being spoken. */
  now: Utterance | undefined;

  constructor(public voices: Voice[]) {
    super();
  }

  getVoices() {
    return this.voices;
  }

  speak(utterance: Utterance) {
    this.said.push({ text: utterance.text, lang: utterance.lang, voice: `${utterance.voice?.name}` });
    this.now = utterance;
  }

  cancel() {
    this.ended++;
    this.now = undefined;
  }

  /** Finishes the current utterance. */
  finish() {
    this.now?.onend?.();
  }
}

const local = (lang: string) => ({ name: `local ${lang}`, lang, localService: true });
const remote = (lang: string) => ({ name: `remote ${lang}`, lang, localService: false });

function install(...voices: Voice[]) {
  const device = new Voices(voices);
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: device });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
  return device;
}

const button = (element: Element) => part(element, 'read');
const buttons = (element: Element) => parts(element, 'read');

/** Shows an element without the wait of one second before it looks for voices. */
async function shown<Html extends string>(html: Html) {
  const { setTimeout: wait } = window;
  const soon = (action: () => void, time: number) => wait(action, time === 1000 ? 0 : time);
  return replacing(window, 'setTimeout', soon, async () => {
    const element = await show(html);
    await aTimeout(50);
    await settled();
    return element;
  });
}

describe('reading aloud', () => {
  afterEach(() => {
    clear();
    if (real) Object.defineProperty(window, 'speechSynthesis', real);
    window.SpeechSynthesisUtterance = RealUtterance;
  });

  it('is offered where the device itself has a voice of the language, in each element of text', async () => {
    install(remote('en-US'), local('en-GB'));
    const elements = [
      '<havn-entitlements-list lang="en"></havn-entitlements-list>',
      '<havn-permit-guide lang="en"></havn-permit-guide>',
      '<havn-referral-guide lang="en"></havn-referral-guide>',
      '<havn-return-guide lang="en"></havn-return-guide>',
      '<havn-pathway lang="en"></havn-pathway>',
      '<havn-service-card lang="en" service="rosa-helpline"></havn-service-card>',
    ];
    await shown(`<div>${elements.join('')}</div>`);
    for (const element of all(document, 'main > div > div > *'))
      expect(textOf(button(element)), element.localName).to.equal('Read aloud');
  });

  it('is not offered where a voice would send the text to somebody, or speaks another language', async () => {
    install(remote('nb-NO'), local('sv-SE'));
    expect(buttons(await shown('<havn-pathway lang="nb"></havn-pathway>'))).to.have.length(0);
  });

  it('takes the voices of Norwegian by each of their names', async () => {
    for (const lang of ['nb-NO', 'no-NO', 'nb_NO']) {
      install(local(lang));
      expect(buttons(await shown('<havn-pathway lang="nb"></havn-pathway>')), lang).to.have.length(1);
      clear();
    }
  });

  it('is offered as soon as the voices are there', async () => {
    const device = install();
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    expect(buttons(element)).to.have.length(0);
    device.voices = [local('en-GB')];
    device.dispatchEvent(new Event('voiceschanged'));
    await settled();
    expect(buttons(element)).to.have.length(1);
  });

  it('does not read the number of a source behind a statement', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-referral-guide lang="en"></havn-referral-guide>');
    await click(button(element));
    for (let rounds = 0; device.now && rounds < 500; rounds++) device.finish();
    const said = device.said.map(({ text }) => text);
    expect(said.filter(text => /\[\d\]/.test(text))).to.deep.equal([]);
    expect(said).to.include('Do not wait for proof before you refer somebody.');
  });

  it('reads what is in sight in its order, marks it, and ends by itself', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-entitlements-list lang="en"></havn-entitlements-list>');
    await click(button(element));
    expect(textOf(button(element))).to.equal('Stop reading');
    expect(device.said[0]?.text).to.equal(textOf(part(element, 'title')));
    const marked = () => all(element, '[data-read]');
    let rounds = 0;
    while (device.now && rounds++ < 500) {
      expect(marked().length).to.equal(1);
      device.finish();
    }
    await settled();
    const words = device.said.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' ');
    expect(words).to.contain(rosa.shown);
    expect(words).not.to.contain('Read aloud');
    expect(marked().length).to.equal(0);
    expect(textOf(button(element))).to.equal('Read aloud');
    // Text in closed `details` is not visible, so it must not be read.
    const folded = textOf(find(element, 'details:not([open]) p'));
    expect(folded.length).to.be.above(10);
    expect(words).not.to.contain(folded);
  });

  const ways = {
    'its button': (element: Element) => button(element).click(),
    'the page being left': () => window.dispatchEvent(new Event('pagehide')),
    'its element leaving the page': (element: Element) => element.remove(),
    'another language': (element: Element) => element.setAttribute('lang', 'nb'),
    'another element that reads': () => button(find(document, 'havn-pathway')).click(),
  };
  for (const [how, act] of Object.entries(ways))
    it(`ends by ${how}`, async () => {
      const device = install(local('en-GB'), local('nb-NO'));
      await shown(
        '<div><havn-return-guide lang="en"></havn-return-guide><havn-pathway lang="en"></havn-pathway></div>',
      );
      const element = find(document, 'havn-return-guide');
      await click(button(element));
      expect(device.said.length).to.equal(1);
      const before = device.ended;
      act(element);
      await settled();
      expect(device.ended).to.be.above(before);
      if (element.isConnected) expect(buttons(element).map(textOf)).not.to.contain('Stop reading');
    });

  it('goes on when it was stopped and started anew, and the device tells of the first stop late', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    await click(button(element));
    const stopped = device.now;
    await click(button(element));
    await click(button(element));
    stopped?.onerror?.();
    await settled();
    expect(textOf(button(element))).to.equal('Stop reading');
  });

  it('does no harm where the device cannot say it', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    device.speak = () => {
      throw new Error('broken by the test');
    };
    await click(button(element));
    expect(textOf(button(element))).to.equal('Read aloud');
    expect(parts(element, 'base')).to.have.length(1);
  });

  it('does no harm where the page has taken speech away', async () => {
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: undefined });
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    expect(buttons(element)).to.have.length(0);
    expect(parts(element, 'base')).to.have.length(1);
  });
});
