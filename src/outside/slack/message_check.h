/* Judges a finished surface by Slack's limits and by our rules of safety, independently of what printed it: known types and members alone,
 * every length and count, ids once, chosen options among the options, a submit button where something can be filled in, plain_text without
 * emoji, mrkdwn verbatim, and in marked text no "<…>" but mentions of users, dates and links. For tests, and for the alarm of `invalid_blocks`. */
#ifndef OUTSIDE_SLACK_MESSAGE_CHECK_H
#define OUTSIDE_SLACK_MESSAGE_CHECK_H

#include "base/outcome.h"
#include "base/str.h"

struct arena;

/* A message (its members without the address), a view, {"view":…}, {"response_action":…}, {"unfurls":…}, {"options":…}.
 * OK; BAD_REQUEST if it is no JSON, BAD_INPUT otherwise: *why says where and what ("section.text: 3001, at most 3000"). */
enum outcome slack_surface_check(struct arena *, struct str json, struct str *why);

#endif
