import { warn } from '../base/warn.js';
import { factsOnScreen } from '../feed/facts-on-screen.js';
import type { FollowFeed } from '../feed/types.js';
import { notReviewed } from '../locale/generated/not-reviewed.js';
import { renderAnew } from '../locale/language-controller.js';
import { originOfScript } from '../locale/loading.js';
import { localizations, messagesOf } from '../locale/localization.js';
import { complete } from '../locale/message-table.js';
import { withChunk } from './chunks.js';

/**
 * Where the tag of the running script names newer facts (`data-facts`), loads the chunk that knows how to check them, and
 * gives it what it may renew. In pages without TLS a browser checks no signatures: they keep the facts of the script.
 */
export function followFacts(): void {
  const address = originOfScript()?.facts;
  if (!address || !isSecureContext) return;
  withChunk<FollowFeed>('feed', follow => {
    if (follow) {
      // They go by the places of the facts that are there now.
      for (const language of Object.keys(messagesOf)) {
        if (messagesOf[language]) complete(language);
      }
      follow(address, factsOnScreen(), [messagesOf, localizations, renderAnew, notReviewed]);
    } else warn('data-facts', 'could not be followed');
  });
}
