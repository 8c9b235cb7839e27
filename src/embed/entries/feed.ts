import { followerOf } from '../../feed/follow-feed.js';
import { giveChunk } from '../give-chunk.js';
import { build, feed } from '../known-at-build.js';

giveChunk('feed', build, followerOf(feed));
