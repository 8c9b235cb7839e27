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
 * If the tag of the running script has the address of newer facts (`data-facts`), loads the chunk that checks them, and
 * gives it the facts and texts to update. On pages without TLS browsers cannot check signatures: these pages keep the
 * facts of the script.
 */
export function followFacts(): void {
  const address = originOfScript()?.facts;
  if (!address || !isSecureContext) return;
  withChunk<FollowFeed>('feed', follow => {
    if (follow) {
      // First all messages are read: their ids are those of the facts that are there now.
      for (const language of Object.keys(messagesOf)) {
        if (messagesOf[language]) complete(language);
      }
      follow(address, factsOnScreen(), { messages: messagesOf, localizations, renderAnew, notReviewed });
    } else warn('data-facts', 'could not be followed');
  });
}
