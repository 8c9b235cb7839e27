import type { PropertyValues, TemplateResult } from 'lit';
import { attribute, dataAddress, oneOf } from '../../base/attributes.js';
import { ClockController } from '../../base/clock-controller.js';
import { HavnElement } from '../../base/havn-element.js';
import { canSaveFiles, saveFile } from '../../base/save-file.js';
import { toCsv } from '../../directory/export/csv.js';
import { toVCard } from '../../directory/export/vcard.js';
import { needs } from '../../directory/generated/directory.js';
import { type Audience, audiences, type Service } from '../../directory/types.js';
import { ServicesController } from '../../services-on-page/services-controller.js';
import { base } from '../../styles/base.js';
import { panel } from '../../styles/panel.js';
import { sourceStyles } from '../../views/source.styles.js';
import { cardStyles } from '../service-card/service-card.styles.js';
import {
  contactRows,
  leadsTo,
  rowsFor,
  type Sort,
  type SortColumn,
  sortedRows,
} from './contact-directory.rows.js';
import { contactsStyles } from './contact-directory.styles.js';
import { type ContactsActions, contactsView, contactText, neutralContact } from './contact-directory.view.js';

/**
 * The contact table: type of help, organisation, contact. What is chosen stays in memory; copies and files are made in
 * the page, without a request.
 *
 * @summary A table of contacts that readers can filter, sort, copy and save.
 * @tagname havn-contact-directory
 *
 * @attr {%needs%} need - The type of help that is selected at the start.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading. Contacts that take no individual cases are shown only to professionals.
 * @attr {string} src - The page's own services: the path or http(s) address of a JSON file (docs/local-services.md). You can put the JSON inside the tag instead, in `<script type="application/json">`.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The table is on screen for the first time.
 * @event havn-error - The element failed, and the content of its tag is shown instead. Or the page's own services have errors: `detail.errors` lists them by `pointer` and `message`, and the rest is shown.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart select - The field to choose a type of help.
 * @csspart csv - The button that saves all contacts as a file.
 * @csspart table - The table.
 * @csspart sort - A button in a heading that sorts by it.
 * @csspart row - One contact: a row, or a card in a narrow column.
 * @csspart service-name - The name of a service.
 * @csspart more - What a service does, a `<details>`.
 * @csspart source - Where a fact comes from.
 * @csspart local - Says that a service is one of the page's own.
 * @csspart refused - Says that some of the page's own services are left out.
 * @csspart hidden - Says how many national services the page leaves out.
 * @csspart hours - When a service is open.
 * @csspart call - A link that calls.
 * @csspart emergency - The link that calls %emergency%.
 * @csspart email - A link to an e-mail address.
 * @csspart website - A link to a website.
 * @csspart copy - The button that copies a contact.
 * @csspart save - The button that saves a contact for an address book.
 * @csspart text - A contact as selected text, if the page may not copy.
 * @csspart status - Says that a contact was copied.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class ContactDirectory extends HavnElement {
  static override readonly tag = 'havn-contact-directory';
  static override styles = [base, panel, sourceStyles, cardStyles, contactsStyles];

  @attribute(
    oneOf(
      needs.map(({ id }) => id),
      '',
    ),
  )
  need!: string;
  @attribute(oneOf(audiences, 'person')) audience!: Audience;
  @attribute(dataAddress) src!: string;

  private readonly services = new ServicesController(this);

  /** What the reader has chosen. If missing, the attribute applies. */
  private chosen: string | undefined;
  private sort: Sort | undefined;
  private copied: string | undefined;
  private selected: string | undefined;

  constructor() {
    super();
    new ClockController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('need')) this.chosen = undefined;
  }

  protected override forget(): void {
    this.chosen = undefined;
    this.sort = undefined;
    this.copied = undefined;
    this.selected = undefined;
  }

  private readonly actions: ContactsActions = {
    choose: need => this.show(() => (this.chosen = need)),
    sort: column => this.show(() => (this.sort = this.sortAfter(column))),
    copy: service => this.attempt(() => this.copy(service)),
    save: service => {
      // A file name that tells nothing to others who look into the device.
      saveFile(this.localName, 'contact.vcf', 'text/vcard', this.cardOf(service));
    },
    saveAll: () => {
      const rows = contactRows(
        this.services.directoryIn(this.localization),
        this.audience,
        this.localization,
      );
      // The byte order mark tells spreadsheets that the file is UTF-8.
      saveFile(
        this.localName,
        'contacts.csv',
        'text/csv',
        `\ufeff${toCsv(rows.map(({ service }) => service))}`,
      );
    },
  };

  /** Whether to use the neutral name: others may look into the phone of anybody but a professional. */
  private get isNeutral(): boolean {
    return this.audience !== 'professional';
  }

  private cardOf(service: Service): string {
    const { organizations } = this.services.directoryIn(this.localization);
    if (!this.isNeutral)
      return toVCard(
        service,
        organizations.find(({ id }) => id === service.organization_id),
      );
    return toVCard(neutralContact(service, this.localization));
  }

  /** Ascending, descending, then back to the order of the directory, where the helpline is first. */
  private sortAfter(column: SortColumn): Sort | undefined {
    if (this.sort?.column !== column) return { column, isDescending: false };
    return this.sort.isDescending ? undefined : { column, isDescending: true };
  }

  private show(change: () => void): void {
    this.copied = undefined;
    this.selected = undefined;
    change();
    this.requestUpdate();
  }

  private copy(service: Service): void {
    const copied = () => this.attempt(() => this.show(() => (this.copied = service.id)));
    const refused = () => this.attempt(() => this.select(service, copied));
    try {
      const contact = this.isNeutral ? neutralContact(service, this.localization) : service;
      navigator.clipboard.writeText(contactText(contact)).then(copied, refused);
    } catch {
      // Pages without TLS, as intranets often are, have no clipboard.
      refused();
    }
  }

  /** Shows the text and selects it: many browsers still copy a selection. */
  private select(service: Service, copied: () => void): void {
    this.show(() => (this.selected = service.id));
    void this.updateComplete.then(() =>
      this.attempt(() => {
        const field = this.shadowRoot?.querySelector('textarea');
        field?.select();
        // Pages add their address to what is copied ("Read more: …"): they must not hear of this.
        const keepAlone = (event: ClipboardEvent) => {
          event.stopImmediatePropagation();
          event.preventDefault();
          event.clipboardData?.setData('text/plain', field?.value || '');
        };
        addEventListener('copy', keepAlone, true);
        // From the prototype: an <img name="execCommand"> on the page would replace `document.execCommand`.
        const isCopied = Document.prototype.execCommand.call(document, 'copy');
        removeEventListener('copy', keepAlone, true);
        if (!isCopied) return;
        copied();
        this.shadowRoot?.getElementById(`copy-${service.id}`)?.focus();
      }),
    );
  }

  protected override render(): TemplateResult {
    const directory = this.services.directoryIn(this.localization);
    const { language } = this.localization;
    const all = contactRows(directory, this.audience, this.localization);
    const need = this.chosen ?? this.need;
    const { sort, copied, selected } = this;
    return contactsView(
      {
        need,
        isChosen: this.chosen !== undefined,
        now: new Date(),
        sort,
        copied,
        selected,
        canSave: canSaveFiles(),
        isNeutral: this.isNeutral,
      },
      {
        directory,
        needs: directory.needs.filter(({ id }) => all.some(row => leadsTo(row, id))),
        rows: sortedRows(need ? rowsFor(all, need) : all, sort, language),
        refused: this.services.own?.refused,
        hidden: this.services.own?.hidden,
      },
      this.actions,
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-contact-directory': ContactDirectory;
  }
}
