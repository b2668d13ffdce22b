/* Who really sent this: Slack's signature over the raw bytes, before anything is parsed (SLACK.md 5.1, TRUST T20). */
#ifndef OUTSIDE_SLACK_MESSAGE_SIGNATURE_H
#define OUTSIDE_SLACK_MESSAGE_SIGNATURE_H

#include "base/moment.h"
#include "http/request.h"

enum { SLACK_CLOCK_SECONDS = 300, SLACK_SIGNATURE_TEXT = 67, SLACK_BODY_MAX = 256 << 10 };

/* One row for each reason, so that refusals can be counted apart; the caller answers all but FINE with 401 and an empty body. */
enum slack_signed {
	SLACK_SIGNED_FINE,
	SLACK_SIGNED_NO_SECRET,        /* the setting is empty or damaged: see signature_keys_are_fine() */
	SLACK_SIGNED_HEADERS,          /* not exactly one of each header */
	SLACK_SIGNED_TIMESTAMP,        /* not all digits */
	SLACK_SIGNED_CLOCK,            /* more than 300 s away from now, in either direction */
	SLACK_SIGNED_SPELLING,         /* not "v0=" and 64 digits in lower case */
	SLACK_SIGNED_WRONG             /* another secret, another body, another moment */
};

struct slack_signed_parts {
	const struct pairs *headers;   /* names in lower case, as http/request.h has them */
	struct str body;               /* the very bytes */
};

enum slack_signed slack_signature_judge(const struct slack_signed_parts *, struct str secrets, struct moment now);

#endif
