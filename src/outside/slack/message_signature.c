/* Slack's signature, version v0. Cheap refusals come first; the MAC is compared in constant time. */
#include "outside/slack/message_signature.h"

#include "secrets/signature.h"

/* The value of a header that came exactly once: of two, a proxy may have read the other one. */
static bool
only_one(const struct pairs *headers, struct str name, struct str *out)
{
	size_t count = 0;

	for (size_t i = 0; i < headers->count; i++)
		if (str_equal(headers->at[i].name, name)) {
			*out = headers->at[i].value;
			count++;
		}
	return count == 1;
}

static bool
is_all_digits(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.length > 0;
}

/* "v0=" and 64 digits, in small letters. */
static bool
is_spelt_right(struct str signature)
{
	struct str hex = str_skip(signature, 3);

	for (size_t i = 0; i < hex.length; i++)
		if (!((hex.at[i] >= '0' && hex.at[i] <= '9') || (hex.at[i] >= 'a' && hex.at[i] <= 'f')))
			return false;
	return signature.length == SLACK_SIGNATURE_TEXT && str_starts(signature, S("v0="));
}

enum slack_signed
slack_signature_judge(const struct slack_signed_parts *parts, struct str secrets, struct moment now)
{
	struct str timestamp, signature;
	int64_t seconds, away;

	if (!signature_keys_are_fine(secrets))
		return SLACK_SIGNED_NO_SECRET;
	if (!only_one(parts->headers, S("x-slack-request-timestamp"), &timestamp) ||
	    !only_one(parts->headers, S("x-slack-signature"), &signature))
		return SLACK_SIGNED_HEADERS;
	if (!is_all_digits(timestamp) || !str_whole(timestamp, &seconds))
		return SLACK_SIGNED_TIMESTAMP;
	away = seconds - now.us / US_PER_SECOND;    /* both above 0: no overflow */
	if (away > SLACK_CLOCK_SECONDS || away < -SLACK_CLOCK_SECONDS)
		return SLACK_SIGNED_CLOCK;
	if (!is_spelt_right(signature))
		return SLACK_SIGNED_SPELLING;
	if (!signature_is(secrets, (struct str[]){ S("v0:"), timestamp, S(":"), parts->body }, 4, str_skip(signature, 3)))
		return SLACK_SIGNED_WRONG;
	return SLACK_SIGNED_FINE;
}
