/* Slack repeats what it did not see answered. What came before gets the same answer and does nothing (SLACK.md 5.3). */
#include "chat/chat.h"

#include "base/arena.h"
#include "base/buf.h"
#include "chat/store.h"

enum { SWEPT_AT_ONCE = 20 };

void
chat_reply(struct visit *v, struct str json)
{
	v->reply = reply_new(v->arena);
	if (str_is_empty(json))
		return;
	reply_header(v->reply, S("Content-Type"), S("application/json"));
	buf_add(&v->reply->body, json);
}

enum outcome
chat_seen_before(struct visit *v, struct str source, struct str outer_id, bool *is_again)
{
	struct chat_seen_of_row row;
	enum outcome said = chat_seen_of(v->db, v->arena, source, outer_id, &row);

	*is_again = said == OK;
	if (said == OK)
		chat_reply(v, row.answer);
	return said == NOT_FOUND ? OK : said;
}

enum outcome
chat_seen_now(struct visit *v, struct str source, struct str outer_id)
{
	int64_t changed;

	TRY(chat_seen_sweep(v->db, moment_plus(v->now, -CHAT_SEEN_HOURS * US_PER_HOUR), SWEPT_AT_ONCE, &changed));
	return chat_seen_add(v->db, source, outer_id, buf_str(&v->reply->body), v->now);
}
