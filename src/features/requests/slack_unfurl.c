/* What stands under a link of ours: title and state, in the mentors' room alone; nothing private, and nothing before it was posted. */
#include "base/arena.h"
#include "forms/say.h"
#include "formats/id.h"
#include "outside/slack/message_people.h"
#include "programmes/programmes.h"
#include "requests/requests.h"
#include "requests/slack.h"
#include "requests/views.h"

/* ".../p/SLUG/requests/ID": the id; 0 for any other address. */
static int64_t
request_in(const struct visit *v, struct str url)
{
	struct str rest, part;
	int64_t id = 0;

	if (!str_starts(url, v->server->base_url) || !str_starts(str_skip(url, v->server->base_url.length), S("/p/")))
		return 0;
	rest = str_skip(url, v->server->base_url.length + 3);
	if (!str_next(&rest, '/', &part) || !str_next(&rest, '/', &part) || !str_equal(part, S("requests")) || !str_next(&rest, '/', &part))
		return 0;
	part = str_head(part, str_find(part, '?'));
	return rest.at == NULL && id_read(str_head(part, str_find(part, '#')), &id) ? id : 0;
}

static struct str
state_words(struct str language, enum request_state state)
{
	switch (state) {
	case REQUEST_STATE_OPEN:
	case REQUEST_STATE_NEEDS_DETAIL: return say(language, N_("waits for a mentor"));
	case REQUEST_STATE_CLAIMED:
	case REQUEST_STATE_SCHEDULED: return say(language, N_("has a mentor"));
	default: return say(language, N_("is closed"));
	}
}

/* In the room of its own programme alone. A closed request shows no title: it may have been withdrawn. */
static enum outcome
print_one(struct visit *v, const struct slack_event *event, struct str url, struct str *out)
{
	int64_t id = request_in(v, url);
	struct request_seen_by_row row;
	struct str slug;
	struct programme_of_slug_row of;

	*out = S("");
	if (id == 0)
		return OK;
	TRY(request_programme_find(v, id_print(v->arena, id), &slug));
	if (str_is_empty(slug))
		return OK;
	TRY(programme_of_slug(v->db, v->arena, slug, &of));
	TRY(programme_enter(v, of.id));
	if (!str_equal(event->channel.text, programme_room(v, v->programme)))
		return OK;
	TRY(request_seen_by(v->db, v->arena, (struct request_id){ id }, v->programme->id, (struct person_id){ 0 }, &row));
	if (row.state == REQUEST_STATE_DRAFT || row.state == REQUEST_STATE_RESERVED)
		return OK;
	return slack_unfurl_print(v->arena, &(struct slack_unfurl){ .url = url, .title = row.state == REQUEST_STATE_CLOSED
	    ? desk_number(v->arena, v->programme, row.number) : row.title, .number = desk_number(v->arena, v->programme, row.number),
	    .state_words = state_words(v->server->language, row.state) }, out);
}

enum outcome
slack_show_links(struct scene *s, const struct slack_event *event)
{
	struct visit *v = s->v;
	struct letter_desk desk = visit_letters(v);

	if (str_is_empty(event->channel.text) || str_equal(event->source, S("composer")) || str_is_empty(event->message_ts))
		return OK;
	for (size_t i = 0; i < event->links.count; i++) {
		struct str body;

		TRY(print_one(v, event, event->links.at[i], &body));
		if (!str_is_empty(body))
			TRY(letter_put_act(&desk, &(struct letter_act_wish){ .id = { visit_new_id(v) }, .act = LETTER_ACT_UNFURL, .kind = S("chat"),
			    .subject = S("What stands under a link"), .address = event->channel.text, .target = event->message_ts, .body = body,
			    .haste = LETTER_HASTE_NOW, .expires_at = moment_plus(v->now, US_PER_HOUR) }));
	}
	return OK;
}
