import { expect, settled, show } from './helpers.js';
import { broken, heard } from './host.js';
import { find, part, text, textOf } from './on-screen.js';

describe('quick exit', () => {
  it('is a real link out, 44 pixels high, that tells the next page nothing', async () => {
    const link = part(await show('<havn-quick-exit></havn-quick-exit>'), 'exit');
    expect(link.localName).to.equal('a');
    expect(link.href).to.equal('https://www.yr.no/');
    expect(link.rel).to.equal('noreferrer');
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    expect(textOf(link)).to.equal('Leave this page');
  });

  it('leads where href says, live', async () => {
    const exit = await show('<havn-quick-exit href="https://www.nrk.no/"></havn-quick-exit>');
    expect(part(exit, 'exit').href).to.equal('https://www.nrk.no/');
    exit.href = 'HTTPS://WWW.VG.NO/sport';
    await settled();
    expect(part(exit, 'exit').href).to.equal('https://www.vg.no/sport');
    exit.removeAttribute('href');
    await settled();
    expect(part(exit, 'exit').href).to.equal('https://www.yr.no/');
  });

  it('says what it does not hide, folded in, in every language of the script', async () => {
    for (const [lang, words] of Object.entries({
      en: /stay in the history.*call list.*private window/s,
      nb: /historikken.*samtalelisten.*privat vindu/s,
      nn: /historikken.*samtalelista.*privat vindauge/s,
    })) {
      const exit = await show(`<havn-quick-exit lang="${lang}"></havn-quick-exit>`);
      const limits = part(exit, 'limits');
      expect(limits.open).to.equal(false);
      expect(limits.textContent).to.match(words);
    }
  });

  it('stays in sight in the top layer, and takes no press beside it', async () => {
    const exit = await show('<havn-quick-exit></havn-quick-exit>');
    const float = find(exit, '[popover]');
    expect(float.matches(':popover-open')).to.equal(true);
    expect(document.elementFromPoint(5, 5)).not.to.equal(exit);
    const { right, bottom } = part(exit, 'exit').getBoundingClientRect();
    // The window without its scroll bars.
    const { clientWidth, clientHeight } = document.documentElement;
    for (const rest of [clientWidth - right, clientHeight - bottom]) expect(rest).to.be.closeTo(8, 0.5);
  });

  for (const [attribute, expected] of Object.entries({ '': /Shift/, 'no-shortcut': /^(?!.*Shift)/s }))
    it(`names the key that leaves, unless it does not: ${attribute}`, async () => {
      const exit = await show(`<havn-quick-exit ${attribute}></havn-quick-exit>`);
      expect(exit.noShortcut).to.equal(attribute !== '');
      expect(text(exit)).to.match(expected);
    });

  it('that cannot render and has nothing inside is a bare link to where href says', async () => {
    const { result: exit } = await heard(() =>
      broken(() => show('<havn-quick-exit lang="nb" href="https://www.nrk.no/"></havn-quick-exit>')),
    );
    const link = find(exit, 'a');
    expect([link.href, link.rel, textOf(link)]).to.deep.equal([
      'https://www.nrk.no/',
      'noreferrer',
      'Forlat denne siden',
    ]);
  });
});
