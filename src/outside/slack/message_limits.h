/* Slack's limits as constants; the table is message_limits.def. */
#ifndef OUTSIDE_SLACK_MESSAGE_LIMITS_H
#define OUTSIDE_SLACK_MESSAGE_LIMITS_H

enum {
#define SLACK_LIMIT(name, value, what, words) SLACK_LIMIT_##name = (value),
#include "outside/slack/message_limits.def"
#undef SLACK_LIMIT
};

#endif
