/* Reading members that must be what they say; one odd thing makes the whole odd. Only the readers of what comes in include this. */
#ifndef OUTSIDE_SLACK_MESSAGE_READ_H
#define OUTSIDE_SLACK_MESSAGE_READ_H

#include "formats/json.h"
#include "http/request.h"
#include "outside/slack/message_in.h"

struct slack_reader {
	struct arena *arena;
	bool is_odd;                    /* sticky */
};

/* JSON that is one object, small and flat enough. */
enum outcome slack_json_read(struct arena *, struct str json, struct json_value *out);
/* The JSON in the one member "payload" of a form. */
enum outcome slack_payload_read(struct arena *, struct str body, struct json_value *out);

/* The member of that kind; NULL if it is missing or null. Odd if it is another kind. object may be NULL. */
const struct json_value *slack_read_member(struct slack_reader *, const struct json_value *object, const char *name, enum json_kind);
/* A text of at most `most` bytes; empty if missing or null. */
struct str slack_read_text(struct slack_reader *, const struct json_value *object, const char *name, size_t most);
/* A short text of visible ASCII: ids, timestamps, tokens. */
struct str slack_read_token(struct slack_reader *, const struct json_value *object, const char *name);
struct slack_id slack_read_id(struct slack_reader *, const struct json_value *object, const char *name, const char *kinds);
bool slack_is_token(struct str s, size_t most);
/* An address of https, or http for tests; odd otherwise; empty if missing. */
struct str slack_read_url(struct slack_reader *, const struct json_value *object, const char *name);
bool slack_is_url(struct str s);

void slack_read_view(struct slack_reader *, const struct json_value *payload, struct slack_view_in *out);
/* What stands in one element: by its type, chosen or written. */
struct str_list slack_read_values(struct slack_reader *, const struct json_value *element);
/* Team, user and app of a payload; odd without team and user. */
void slack_read_who(struct slack_reader *, const struct json_value *payload, struct slack_who *out);

#endif
