import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadDirectory } from '../directory/directory.js';
import type { Directory } from '../directory/types.js';
import type { Localization } from '../locale/localization.js';
import { type LocalServices, localServices } from './local-services.js';

/** Past what a page has named "readyState", such as a picture. */
const isLoading = () => Reflect.get(Document.prototype, 'readyState', document) === 'loading';

type Host = HTMLElement & ReactiveControllerHost & { readonly src: string };

/** The services that an element shows: the national ones, and beside them those that the host page adds. */
export class ServicesController implements ReactiveController {
  /** What the host adds, once it is here. Until then, and if it never is, the national services are on screen. */
  own: LocalServices | undefined;
  /** Where that is: the address, or the script in the tag that holds it. */
  private sought: string | Element | null = null;
  private drop = () => {};

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** The address where it is that of a folder, which holds more services than a page: the finder searches it. */
  get shardFolder(): string {
    return this.host.src.endsWith('/') ? this.host.src : '';
  }

  /** The services in a language, with the host's own. */
  directoryIn({ language, fact }: Localization): Directory {
    const national = loadDirectory(fact);
    return this.own?.merge(national, language) || national;
  }

  hostConnected(): void {
    // A script that runs before its tags meets them empty.
    if (isLoading()) addEventListener('DOMContentLoaded', () => this.host.requestUpdate());
  }

  hostUpdated(): void {
    // A script that is still being read is not whole.
    const inTag = isLoading() ? null : this.host.querySelector('script');
    const file = this.shardFolder ? '' : this.host.src;
    const place = file || inTag;
    if (place === this.sought) return;
    this.hostDisconnected();
    this.sought = place;
    const text = file || inTag?.textContent || '';
    this.drop = localServices(this.host, text, loadDirectory(), services => {
      this.own = services;
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.drop();
    this.sought = null;
  }
}
