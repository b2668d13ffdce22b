/* Installing the app by consent. */
#ifndef CHAT_OAUTH_H
#define CHAT_OAUTH_H

#include "chat/chat.h"

enum { CHAT_OAUTH_MINUTES = 10 };
#define CHAT_OAUTH_PATH "/slack/oauth"

/* Where the visitor says yes, at Slack; good for ten minutes, in their session, once. */
struct str chat_oauth_address(struct visit *);

#endif
