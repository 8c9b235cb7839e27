import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadDirectory } from '../directory/directory.js';
import type { Directory } from '../directory/types.js';
import type { Localization } from '../locale/localization.js';
import { type LocalServices, localServices } from './local-services.js';

/** Whether the page is still being parsed. An image named "readyState" shadows the property of the document. */
const isLoading = () => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

/** The services that an element shows: the national ones, and those that the host page adds. */
export class ServicesController implements ReactiveController {
  /** The services of the host page, once loaded. Until then, and if that fails, the national ones are on screen. */
  own: LocalServices | undefined;
  /** Where they are: the address, or the script in the tag that contains them. */
  private sought: string | Element | null | undefined = null;
  private drop = () => {};

  constructor(private readonly host: HTMLElement & ReactiveControllerHost & { readonly src: string }) {
    host.addController(this);
  }

  /** `src` if it is a folder, else `''`. A folder has more services than a page can hold: the finder searches it. */
  get shardFolder(): string {
    return this.host.src.endsWith('/') ? this.host.src : '';
  }

  /** The national services in a language, with those of the host page. */
  directoryIn({ language, fact }: Localization): Directory {
    const national = loadDirectory(fact);
    return this.own?.merge(national, language) || national;
  }

  hostConnected(): void {
    // While the page is being parsed, the tag may still be empty.
    if (isLoading()) addEventListener('DOMContentLoaded', () => this.host.requestUpdate(), { once: true });
  }

  hostUpdated(): void {
    // While the page is being parsed, the script in the tag may be incomplete.
    const inTag = isLoading() ? null : this.host.querySelector('script');
    const file = this.shardFolder ? '' : this.host.src;
    const place = file || inTag;
    if (place === this.sought) return;
    this.hostDisconnected();
    this.sought = place;
    const show = (services: LocalServices | undefined) => {
      this.own = services;
      this.host.requestUpdate();
    };
    const text = file || inTag?.textContent;
    if (text) this.drop = localServices(this.host, text, loadDirectory(), show);
    else if (this.own) show(undefined);
  }

  hostDisconnected(): void {
    this.drop();
    // If the element comes back, they are sought anew.
    this.sought = undefined;
  }
}
