import { Clock } from '../base/clock.js';
import { HavnElement } from '../base/havn-element.js';
import { loadDirectory } from '../directory/directory.js';
import type { Directory } from '../directory/types.js';
import { type LocalServices, localServices } from './local-services.js';

/** Whether the page is still being parsed. An image named "readyState" shadows the property of the document. */
const isLoading = () => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

/** A widget that shows services: the national ones, and those that the host page adds. */
export abstract class DirectoryElement extends HavnElement {
  declare src: string;

  /** The services of the host page, once loaded. Until then, and if that fails, the national ones are on screen. */
  protected hostServices: LocalServices | undefined;
  /** Where they are: the address, or the script in the tag that contains them. */
  private sought: string | Element | null = null;
  private dropServices = () => {};
  private readonly clock = new Clock(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    // While the page is being parsed, the tag may still be empty.
    if (isLoading()) addEventListener('DOMContentLoaded', () => this.requestUpdate());
    this.attempt(() => this.clock.connect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clock.disconnect();
  }

  /** `src` if it is a folder, else `''`. A folder has more services than a page can hold: the finder searches it. */
  protected get shardFolder(): string {
    return this.src.endsWith('/') ? this.src : '';
  }

  protected override rendered(): void {
    // While the page is being parsed, the script in the tag may be incomplete.
    const inTag = isLoading() ? null : this.querySelector('script');
    const file = this.shardFolder ? '' : this.src;
    const place = file || inTag;
    if (place === this.sought) return;
    this.removed();
    this.sought = place;
    this.dropServices = localServices(this, file || inTag?.textContent || '', loadDirectory(), services => {
      this.hostServices = services;
      this.requestUpdate();
    });
  }

  protected override removed(): void {
    this.dropServices();
    this.sought = null;
  }

  /** The national services in the language of the element, with those of the host page. */
  protected get wholeDirectory(): Directory {
    const { language, fact } = this.localization;
    const national = loadDirectory(fact);
    return this.hostServices?.merge(national, language) || national;
  }
}
