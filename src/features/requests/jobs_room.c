/* What waits, told in the mentors' room by the programme's rhythm (F156): how many, and the oldest of them by title. Never who asks. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/rules_wait.h"
#include "requests/store_later.h"
#include "requests/views.h"

enum { TOLD_MOST = 10, LIST_BYTES = 3800, TITLE_MOST = 80 };

static struct str
counted(struct visit *v, int64_t count)
{
	return say_count(v->arena, v->server->language, count, "{n} request", "{n} requests");
}

static struct str
lasting(struct visit *v, int64_t us)
{
	struct when_words w = when_lasting(us);

	return say_count(v->arena, v->server->language, w.count, w.one, w.many);
}

/* A line each: number, title, how long. */
static struct str
listed(struct visit *v, const struct requests_unclaimed_rows *rows)
{
	struct buf out = buf_new(v->arena, LIST_BYTES);

	for (size_t i = 0; i < rows->count; i++) {
		struct request_facts facts = { .waiting_since_at = rows->at[i].waiting_since_at, .waited_us = rows->at[i].waited_us };
		struct str waited = lasting(v, request_waited_us(&facts, v->now));
		struct str number = desk_number(v->arena, v->programme, rows->at[i].number);

		buf_format(&out, "%s%.*s %.*s (%.*s)", i > 0 ? "\n" : "", STR_FORMAT(number), STR_FORMAT(text_head(rows->at[i].title, TITLE_MOST)), STR_FORMAT(waited));
	}
	return buf_str(&out);
}

static enum outcome
tell(struct visit *v, struct str room, const struct requests_unclaimed_rows *rows, struct moment until)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L50W, .programme = v->programme->id, .expires_at = until };
	struct str queue = str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_queue_show(v->arena, v->programme->slug) });

	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "link", queue);
	letter_wish_add(&wish, "queue", queue);
	letter_wish_add(&wish, "count", counted(v, rows->at[0].total));
	letter_wish_add(&wish, "requests", listed(v, rows));
	return letter_put_post(&desk, &wish, room);
}

/* Nothing waits, there is no room, or coordinators look after it: the next one is planned all the same. */
enum outcome
waiting_post_due(struct visit *v, int64_t subject)
{
	struct str room = programme_room(v, v->programme);
	struct requests_unclaimed_rows rows;
	struct moment until;

	(void)subject;
	TRY(programme_posted(v, WAITING_POST, &until));
	if (moment_is_none(until) || str_is_empty(room) || !moment_is_none(v->programme->by_hand_at))
		return OK;
	TRY(requests_unclaimed(v->db, v->arena, v->programme->id, TOLD_MOST, &rows));
	return rows.count == 0 ? OK : tell(v, room, &rows, until);
}
