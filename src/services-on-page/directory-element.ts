import { HavnElement } from '../base/havn-element.js';
import { loadDirectory } from '../directory/directory.js';
import type { Directory } from '../directory/types.js';
import { type LocalServices, localServices } from './local-services.js';

/** Past what a page has named "readyState", such as a picture. */
const isLoading = () => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

/** A widget that shows the services, and beside the national ones those that the host adds. */
export abstract class DirectoryElement extends HavnElement {
  declare src: string;

  /** What the host adds, once it is here. Until then, and if it never is, the national services are on screen. */
  protected hostServices: LocalServices | undefined;
  /** Where that is: the address, or the script in the tag that holds it. */
  private sought: string | Element | null = null;
  private dropServices = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    // A script that runs before its tags meets them empty.
    if (isLoading()) addEventListener('DOMContentLoaded', () => this.requestUpdate());
  }

  /** The address where it is that of a folder, which holds more services than a page: the finder searches it. */
  protected get shardFolder(): string {
    return this.src.endsWith('/') ? this.src : '';
  }

  protected override rendered(): void {
    // A script that is still being read is not whole.
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

  /** The services in the language of the element, with the host's own. */
  protected get wholeDirectory(): Directory {
    const { language, fact } = this.localization;
    const national = loadDirectory(fact);
    return this.hostServices?.merge(national, language) || national;
  }
}
