import { clear, expect, part, parts, settled, show, textOf } from './helpers.js';

const real = Object.getOwnPropertyDescriptor(window, 'speechSynthesis');
const RealUtterance = window.SpeechSynthesisUtterance;

/** Voices of a device, and what they have been given to say. */
class Voices extends EventTarget {
  said = [];
  ended = 0;
  /** What is being said now. */
  now = undefined;

  constructor(voices) {
    super();
    this.voices = voices;
  }

  getVoices() {
    return this.voices;
  }

  speak(utterance) {
    this.said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice.name });
    this.now = utterance;
  }

  cancel() {
    this.ended++;
    this.now = undefined;
  }

  /** Comes to the end of what it says. */
  finish() {
    this.now?.onend?.();
  }
}

const local = lang => ({ name: `local ${lang}`, lang, localService: true });
const remote = lang => ({ name: `remote ${lang}`, lang, localService: false });

function install(...voices) {
  const device = new Voices(voices);
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: device });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  return device;
}

const button = element => part(element, 'read');

/** Shows what asks for voices a second later, at once. */
async function shown(html) {
  const { setTimeout: wait } = window;
  window.setTimeout = (action, time, ...values) => wait(action, time === 1000 ? 0 : time, ...values);
  try {
    const element = await show(html);
    await new Promise(resolve => wait(resolve, 50));
    await settled();
    return element;
  } finally {
    window.setTimeout = wait;
  }
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
    for (const element of document.querySelectorAll('main > div > div > *'))
      expect(textOf(button(element)), element.localName).to.equal('Read aloud');
  });

  it('is not offered where a voice would send the text to somebody, or speaks another language', async () => {
    install(remote('nb-NO'), local('sv-SE'));
    expect(button(await shown('<havn-pathway lang="nb"></havn-pathway>'))).to.equal(null);
  });

  it('takes the voices of Norwegian by each of their names', async () => {
    for (const lang of ['nb-NO', 'no-NO', 'nb_NO']) {
      install(local(lang));
      expect(button(await shown('<havn-pathway lang="nb"></havn-pathway>')), lang).not.to.equal(null);
      clear();
    }
  });

  it('is offered as soon as the voices are there', async () => {
    const device = install();
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    expect(button(element)).to.equal(null);
    device.voices = [local('en-GB')];
    device.dispatchEvent(new Event('voiceschanged'));
    await settled();
    expect(button(element)).not.to.equal(null);
  });

  it('reads what is in sight in its order, marks it, and ends by itself', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-entitlements-list lang="en"></havn-entitlements-list>');
    button(element).click();
    await settled();
    expect(textOf(button(element))).to.equal('Stop reading');
    expect(device.said[0].text).to.equal(textOf(part(element, 'title')));
    const marked = () => element.shadowRoot.querySelectorAll('[data-read]');
    let rounds = 0;
    while (device.now && rounds++ < 500) {
      expect(marked().length).to.equal(1);
      device.finish();
    }
    await settled();
    const all = device.said.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' ');
    expect(all).to.contain('22 33 11 60');
    expect(all).not.to.contain('Read aloud');
    expect(marked().length).to.equal(0);
    expect(textOf(button(element))).to.equal('Read aloud');
    // What is folded is not in sight.
    const folded = textOf(element.shadowRoot.querySelector('details:not([open]) p'));
    expect(folded.length).to.be.above(10);
    expect(all).not.to.contain(folded);
  });

  for (const [how, act] of [
    ['its button', element => button(element).click()],
    ['the page being left', () => window.dispatchEvent(new Event('pagehide'))],
    ['its element leaving the page', element => element.remove()],
    ['another language', element => element.setAttribute('lang', 'nb')],
    ['another element that reads', () => button(document.querySelector('havn-pathway')).click()],
  ])
    it(`ends by ${how}`, async () => {
      const device = install(local('en-GB'), local('nb-NO'));
      await shown(
        '<div><havn-return-guide lang="en"></havn-return-guide><havn-pathway lang="en"></havn-pathway></div>',
      );
      const element = document.querySelector('havn-return-guide');
      button(element).click();
      await settled();
      expect(device.said.length).to.equal(1);
      const before = device.ended;
      await act(element);
      await settled();
      expect(device.ended).to.be.above(before);
      if (element.isConnected) expect(parts(element, 'read').map(textOf)).not.to.contain('Stop reading');
    });

  it('does no harm where the device cannot say it', async () => {
    const device = install(local('en-GB'));
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    device.speak = () => {
      throw new Error('broken by the test');
    };
    button(element).click();
    await settled();
    expect(textOf(button(element))).to.equal('Read aloud');
    expect(part(element, 'base')).not.to.equal(null);
  });

  it('does no harm where the page has taken speech away', async () => {
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: undefined });
    const element = await shown('<havn-pathway lang="en"></havn-pathway>');
    expect(button(element)).to.equal(null);
    expect(part(element, 'base')).not.to.equal(null);
  });
});
