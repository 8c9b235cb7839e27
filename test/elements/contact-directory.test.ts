import { rosa } from '../rosa.js';
import { sure } from '../sure.js';
import { expect, main, settled, show, until } from './helpers.js';
import { replacing, warningsOf } from './host.js';
import { active, all, find, cardNames as names, part, parts, text, textOf } from './on-screen.js';
import { choose, keys } from './reader.js';

const rowOf = (element: Element, id: string) => find(element, `[data-service='${id}']`);
const inRow = (element: Element, id: string, name: string) => find(rowOf(element, id), `[part='${name}']`);
const press = async (button: HTMLElement) => {
  button.focus();
  await keys('Enter');
};

/** Replaces the clipboard while `action` runs. */
const withClipboard = (value: unknown, action: () => Promise<void>) =>
  replacing(Navigator.prototype, 'clipboard', value, action);

/** Replaces `document.execCommand` while `action` runs. */
const withCommand = (execCommand: () => boolean, action: () => Promise<void>) =>
  replacing(Document.prototype, 'execCommand', execCommand, action);

/** What is copied while `action` runs. */
async function copiedBy(action: () => Promise<void>) {
  const copied: string[] = [];
  await withClipboard({ writeText: async (words: string) => void copied.push(words) }, action);
  return copied;
}

/** The files that are saved while `action` runs: name and content. */
async function filesOf(action: () => Promise<void>) {
  const { createObjectURL } = URL;
  const blobs = new Map<string, Blob>();
  const links: { name: string; isConnected: boolean; href: string }[] = [];
  function click(this: HTMLAnchorElement) {
    links.push({ name: this.download, isConnected: this.isConnected, href: this.href });
  }
  const keep = (blob: Blob) => {
    const address = createObjectURL.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  await replacing(URL, 'createObjectURL', keep, () =>
    replacing(HTMLAnchorElement.prototype, 'click', click, action),
  );
  return Promise.all(
    links.map(async ({ href, ...link }) => {
      const blob = blobs.get(href) ?? new Blob();
      // Blob.text() would remove the byte order mark.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
      return { ...link, type: blob.type, text };
    }),
  );
}

const directory = (attributes = '') =>
  show(`<havn-contact-directory ${attributes}></havn-contact-directory>`);
/** The headings of the columns. */
const headings = (element: Element) => all<HTMLTableCellElement>(element, 'thead th');

describe('contact directory', () => {
  it('what opens says whose it is', async () => {
    const contacts = await show('<havn-contact-directory></havn-contact-directory>');
    const names = all(contacts, 'summary').map(node => node.getAttribute('aria-label') ?? '');
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.contain('What they do: ROSA helpline');
  });

  it('is a table with a caption and headings, one row for each service with a number of its own', async () => {
    const contacts = await directory('audience="professional"');
    expect(textOf(find(contacts, 'table > caption'))).to.equal('Organisations and how to reach them');
    expect(headings(contacts).map(({ scope }) => scope)).to.deep.equal(['col', 'col', 'col']);
    const rows = all(contacts, 'tbody tr');
    expect(rows.map(({ dataset }) => dataset.service)).to.deep.equal([
      'rosa-helpline',
      'police-emergency',
      'krisesentersekretariatet-shelters',
      'nav-oslo-trafficking-support',
      'pro-senteret-reception',
      'caritas-resource-center',
      'salvation-army-general',
      'police-general',
      'udi-permits',
      'iom-varp',
      'kom-coordination',
    ]);
    for (const row of rows) {
      expect(row.querySelectorAll('th[scope=row]:not([aria-label], [aria-labelledby])')).to.have.length(1);
      expect(row.querySelector('a[href^="tel:"]')).not.to.equal(null);
    }
  });

  it('stays a table to screen readers as cards too', async () => {
    const contacts = await directory('style="width: 320px"');
    const roles = {
      table: 'table',
      'thead, tbody': 'rowgroup',
      tr: 'row',
      'thead th': 'columnheader',
      'tbody th': 'rowheader',
      td: 'cell',
    };
    for (const [selector, role] of Object.entries(roles))
      for (const node of all(contacts, selector)) expect(node.getAttribute('role'), selector).to.equal(role);
    expect(getComputedStyle(find(contacts, 'tbody tr')).display).to.equal('flex');
    contacts.style.width = '900px';
    expect(getComputedStyle(find(contacts, 'tbody tr')).display).to.equal('table-row');
  });

  it('on a card the name comes first, and focus goes as the eye does', async () => {
    const contacts = await directory('style="width: 320px"');
    const tops = all(contacts, 'tbody tr:first-child :is(summary, a, button)')
      .filter(node => !node.closest('details:not([open]) > :not(summary)') && node.getClientRects().length)
      .map(node => node.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
    const [cell, name] = rowOf(contacts, 'rosa-helpline').children;
    expect(name?.getBoundingClientRect().top).to.be.below(sure(cell).getBoundingClientRect().top);
  });

  it('that KOM takes no individual cases stands out, without opening anything', async () => {
    const alert = find(rowOf(await directory('audience="professional"'), 'kom-coordination'), '.alert');
    expect(textOf(alert)).to.match(/no individual cases/);
    expect(alert.closest('details')).to.equal(null);
  });

  it('names what is reached through a contact, safe houses without any of their own', async () => {
    const contacts = await directory();
    const helpline = textOf(rowOf(contacts, 'rosa-helpline'));
    // Their row is for every gender.
    expect(helpline)
      .to.match(/housing \(women\)/)
      .and.to.match(/safe house \(men\)/);
    for (const name of [
      'Lauras hus',
      'The Marita Foundation’s safe house',
      'The Salvation Army’s safe house',
      'Nadheim',
    ])
      expect(helpline).to.contain(name);
    expect(textOf(rowOf(contacts, 'salvation-army-general'))).not.to.contain('safe house');
    expect(all(contacts, '[data-service=lauras-hus]')).to.have.length(0);
  });

  it('says where the application for a reflection period goes, without opening anything', async () => {
    const row = rowOf(await directory(), 'udi-permits');
    const sentences = all(row, 'p').filter(node => node.textContent.includes('goes to the police'));
    expect(sentences[0]?.closest('details')).to.equal(null);
  });

  it('filters by need with the keyboard, and offers the helpline where it is not among them', async () => {
    const contacts = await directory();
    const select = part(contacts, 'select');
    expect([...select.options].map(({ value }) => value)).not.to.include('coordination');
    select.focus();
    await keys('m');
    expect(select.selectedOptions[0]?.text).to.match(/^M/);
    await choose(select, 'return');
    expect(names(contacts)).to.deep.equal(['UDI (residence permits)', 'Voluntary return (VARP)']);
    expect(textOf(part(contacts, 'status'))).to.equal('2 services');
    expect(text(contacts)).to.contain(rosa.shown);
    contacts.setAttribute('need', 'money');
    await settled();
    expect(names(contacts)).to.deep.equal(['Oslo Human Trafficking Support']);
    expect(part(contacts, 'select').value).to.equal('money');
  });

  it('shows the need that the page sets, whatever a reader has chosen before', async () => {
    const contacts = await directory();
    const select = part(contacts, 'select');
    for (const value of ['money', 'return']) await choose(select, value);
    contacts.setAttribute('need', 'money');
    await settled();
    expect(select.value).to.equal('money');
  });

  it('a need without a contact of its own leads to the contact through which the service is reached', async () => {
    const contacts = await directory('need="child-welfare"');
    expect(names(contacts)).to.deep.equal(['ROSA helpline']);
    const more = part(contacts, 'more') as HTMLDetailsElement;
    expect(more.open).to.equal(true);
    expect(textOf(more.querySelector('li') as Element)).to.match(/^Child welfare services/);
    await choose(part(contacts, 'select'), '');
    expect((part(contacts, 'more') as HTMLDetailsElement).open).to.equal(false);
  });

  it('a need that no contact leads to: the helpline instead of the table', async () => {
    const contacts = await directory('need="coordination"');
    expect(parts(contacts, 'table')).to.have.length(0);
    expect(text(contacts)).to.contain('You can ask the helpline').and.to.contain(rosa.shown);
  });

  it('sorts by a heading up, down and back, says so, and keeps the focus', async () => {
    const contacts = await directory();
    const before = names(contacts);
    const byName = part(contacts, 'sort', 1);
    const order = () => headings(contacts).map(({ ariaSort }) => ariaSort);
    await press(byName);
    const up = names(contacts);
    expect(up).to.deep.equal([...before].sort(new Intl.Collator('en').compare));
    expect(order()).to.deep.equal([null, 'ascending', null]);
    expect(active(contacts)).to.equal(byName);
    await press(byName);
    expect(names(contacts)).to.deep.equal([...up].reverse());
    expect(order()).to.deep.equal([null, 'descending', null]);
    await press(byName);
    expect(names(contacts)).to.deep.equal(before);
    expect(order()).to.deep.equal([null, null, null]);
    await press(part(contacts, 'sort'));
    expect(order()).to.deep.equal(['ascending', null, null]);
    const helps = all(contacts, 'tbody td:first-child').map(textOf);
    expect(helps).to.deep.equal([...helps].sort(new Intl.Collator('en').compare));
  });

  it('what a reader has opened stays open, of the same contact, as the table is sorted', async () => {
    const contacts = await directory();
    const opened = () =>
      all(contacts, 'tbody tr')
        .filter(row => row.querySelector('details[open]'))
        .map(row => textOf(find(row, 'th')));
    find<HTMLDetailsElement>(contacts, 'tbody details').open = true;
    const before = opened();
    expect(before).to.have.length(1);
    const byName = part(contacts, 'sort', 1);
    await press(byName);
    await press(byName);
    expect(opened()).to.deep.equal(before);
  });

  it('sorts where the page has taken Intl away', async () => {
    const contacts = await directory();
    await replacing(globalThis, 'Intl', undefined, () => press(part(contacts, 'sort', 1)));
    expect(names(contacts)).to.deep.equal([...names(contacts)].sort());
  });

  for (const audience of ['person', 'helper'])
    it(`copies for a ${audience} the number alone, under a name that tells nothing`, async () => {
      const contacts = await directory(`lang="nb" audience="${audience}"`);
      const copied = await copiedBy(async () => {
        for (const id of ['rosa-helpline', 'krisesentersekretariatet-shelters'])
          await press(inRow(contacts, id, 'copy'));
        await settled();
      });
      expect(copied).to.deep.equal([`Telefon\n${rosa.unbroken}`, 'Telefon\n905\u00a079\u00a0118']);
    });

  it('copies a contact, and says so politely', async () => {
    const contacts = await directory('audience="professional"');
    const copied = await copiedBy(async () => {
      await press(inRow(contacts, 'krisesentersekretariatet-shelters', 'copy'));
      await settled();
    });
    expect(copied).to.deep.equal([
      'Krisesentersekretariatet\n905\u00a079\u00a0118\npost@krisesenter.com\nhttp://www.krisesenter.com/',
    ]);
    expect(textOf(part(contacts, 'status'))).to.equal('Copied: Krisesentersekretariatet');
    expect(part(contacts, 'status').getAttribute('role')).to.equal('status');
    expect(parts(contacts, 'text')).to.have.length(0);
  });

  for (const [name, clipboard] of [
    ['there is no clipboard', undefined],
    ['the clipboard refuses', { writeText: () => Promise.reject(new Error('no')) }],
    [
      'the clipboard throws',
      {
        writeText() {
          throw new Error('no');
        },
      },
    ],
  ])
    it(`where ${name}, the text is selected`, async () => {
      const contacts = await directory();
      await withCommand(
        () => false,
        () =>
          withClipboard(clipboard, async () => {
            await press(inRow(contacts, 'police-general', 'copy'));
            await settled();
          }),
      );
      const field = part(contacts, 'text');
      expect(field.value).to.equal('Telephone\n02800');
      expect(active(contacts)).to.equal(field);
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
      expect(textOf(part(contacts, 'status'))).to.contain('The text is selected');
    });

  it('without a clipboard a browser that copies a selection has copied, and the focus is back', async () => {
    const contacts = await directory();
    let selected = '';
    const copy = () => {
      const field = part(contacts, 'text');
      selected = field.value.slice(field.selectionStart, field.selectionEnd);
      return true;
    };
    const button = inRow(contacts, 'iom-varp', 'copy');
    await withCommand(copy, () => withClipboard(undefined, () => press(button)));
    expect(selected).to.contain('23\u00a010\u00a053\u00a020');
    expect(textOf(part(contacts, 'status'))).to.equal('Copied: Voluntary return (VARP)');
    expect(parts(contacts, 'text')).to.have.length(0);
    expect(active(contacts)).to.equal(button);
  });

  for (const when of ['before', 'after'])
    it(`a page that adds its address to what is copied, ${when} our script, adds it to no contact`, async () => {
      const clipboardData = new DataTransfer();
      const readMore = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', `Read more: ${location.href}`);
        event.preventDefault();
      };
      // The listener of a page that came before our script has been called when ours is.
      const target = when === 'before' ? window : document;
      target.addEventListener('copy', readMore as EventListener, true);
      const contacts = await directory();
      const copy = () => {
        const event = new ClipboardEvent('copy', {
          clipboardData,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        part(contacts, 'text').dispatchEvent(event);
        return true;
      };
      await withCommand(copy, () =>
        withClipboard(undefined, () => press(inRow(contacts, 'police-general', 'copy'))),
      );
      target.removeEventListener('copy', readMore as EventListener, true);
      expect(clipboardData.getData('text/plain')).to.equal('Telephone\n02800');
    });

  it('a picture of the page that is called as the command to copy takes no table away', async () => {
    const contacts = await directory();
    const picture = Object.assign(new Image(), { name: 'execCommand' });
    main.append(picture);
    expect(document.execCommand).to.equal(picture);
    await withCommand(
      () => true,
      () => withClipboard(undefined, () => press(inRow(contacts, 'police-general', 'copy'))),
    );
    expect(textOf(part(contacts, 'status'))).to.contain('Copied');
    expect(rowOf(contacts, 'police-general').isConnected).to.equal(true);
  });

  for (const audience of ['person', 'helper'])
    it(`saves for a ${audience} the number alone, under a name that tells nothing, and says so`, async () => {
      const contacts = await directory(`lang="nb" audience="${audience}"`);
      const [file] = await filesOf(() => press(inRow(contacts, 'rosa-helpline', 'save')));
      expect(file?.name).to.equal('contact.vcf');
      expect(file?.text.split('\r\n')).to.deep.equal([
        'BEGIN:VCARD',
        'VERSION:4.0',
        'KIND:org',
        'FN:Telefon',
        `TEL;VALUE=uri;TYPE=voice:${rosa.href}`,
        'END:VCARD',
        '',
      ]);
      expect(textOf(find(contacts, '#hint'))).to.contain('«Telefon»');
    });

  it('offers no contact of 112, which nobody has to look up', async () => {
    const contacts = await directory();
    expect(rowOf(contacts, 'police-emergency').querySelector('[part=save]')).to.equal(null);
    expect(parts(contacts, 'save')).to.have.length(names(contacts).length - 1);
  });

  it('of a service without a number has nothing to keep but for a professional', async () => {
    const x_source = { document: 'eksempelvik.example', section: 'Hjelp' };
    const house = {
      id: 'x-house',
      organization_id: 'x-town',
      name: 'Krisesenteret i Eksempelvik',
      description: 'Et trygt sted.',
      status: 'active',
      email: 'post@krisesenter.example',
      url: 'https://krisesenter.example/',
      x_audience: ['person', 'helper', 'professional'],
      x_needs: ['shelter'],
      x_source,
    };
    const own = {
      services: [house],
      organizations: [{ id: 'x-town', name: 'Eksempelvik kommune', description: 'Kommunen.', x_source }],
    };
    for (const [audience, buttons] of [
      ['person', []],
      ['helper', []],
      ['professional', ['copy', 'save']],
    ]) {
      const contacts = await show(
        `<havn-contact-directory audience="${audience}"><script type="application/json">${JSON.stringify(own)}</script></havn-contact-directory>`,
      );
      await until(() => all(contacts.shadowRoot, '[data-service=x-house]').length > 0);
      const row = rowOf(contacts, 'x-house');
      expect([...row.querySelectorAll('button')].map(button => button.getAttribute('part'))).to.deep.equal(
        buttons,
      );
    }
  });

  it('saves for a professional all of a contact, in a file whose name tells nothing', async () => {
    const contacts = await directory('lang="nb" audience="professional"');
    expect(textOf(find(contacts, '#hint'))).not.to.contain('«Telefon»');
    const files = await filesOf(() => press(inRow(contacts, 'iom-varp', 'save')));
    expect(files).to.have.length(1);
    expect(files[0]).to.include({
      name: 'contact.vcf',
      type: 'text/vcard;charset=utf-8',
      isConnected: false,
    });
    expect(files[0]?.text)
      .to.contain('TEL;VALUE=uri;TYPE=voice:tel:+4723105320\r\n')
      .and.to.contain('ORG:IOM Norway\r\n')
      .and.to.contain('FN:Frivillig');
  });

  it('saves all as CSV, whatever the filter, for this audience', async () => {
    const contacts = await directory('need="money"');
    const [file] = await filesOf(() => press(part(contacts, 'csv')));
    expect(file).to.include({ name: 'contacts.csv', type: 'text/csv;charset=utf-8' });
    expect(file?.text.startsWith('\ufeffid,name,')).to.equal(true);
    expect(file?.text.split('\r\n')).to.have.length(12);
    expect(file?.text).to.contain(`'${rosa.dialled}`).and.not.to.contain('KOM');
  });

  it('a page that has broken Blob gets a word on the console, and the table stays', async () => {
    const contacts = await directory();
    const warnings = await warningsOf(() =>
      replacing(globalThis, 'Blob', undefined, () => press(part(contacts, 'csv'))),
    );
    expect(warnings).to.have.length(1);
    expect(names(contacts).length).to.equal(10);
  });

  it('each button names its service', async () => {
    const contacts = await directory();
    for (const button of [...parts(contacts, 'copy'), ...parts(contacts, 'save')]) {
      const ids = button.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const label = ids.map(id => textOf(find(contacts, `#${id}`))).join(' ');
      const name = button.closest('tr')?.querySelector('.name');
      expect(label).to.equal(`${textOf(button)} ${name && textOf(name)}`);
    }
  });
});
