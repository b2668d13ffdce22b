// What a schema is made of: every block and view that Slack's own types know.
import {KnownBlock, View} from '@slack/types';

export interface Surface {
  blocks?: KnownBlock[];
  view?: View;
}
