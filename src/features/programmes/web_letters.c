/* What was written to people in a programme, with what result (F151): the coordinators' list. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/html.h"
#include "formats/id.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "programmes/pages.h"
#include "programmes/programmes.h"
#include "programmes/views_letters.h"

enum { CHANNELS_MOST = 200, LINK_BYTES = 300 };

static struct str
state_asked(struct visit *v)
{
	struct str state = request_query(v->request, S("state"));
	enum letter_state known;

	return letter_state_read(state, &known) ? state : S("");
}

static struct str
next_page(struct visit *v, struct str state, struct letter_id last)
{
	struct buf out = buf_new(v->arena, LINK_BYTES);

	buf_add(&out, url_letters_show(v->arena, v->programme->slug));
	buf_add(&out, S("?after="));
	buf_add(&out, id_print(v->arena, last.value));
	buf_add(&out, S("&state="));
	url_component(&out, state);
	return buf_str(&out);
}

/* Rooms of other programmes are not this one's matter. */
static enum outcome
find_channels(struct visit *v, struct channels_now_rows *out)
{
	struct str own = str_join(v->arena, 2, (struct str[]){ LETTER_ROOM_CHANNEL, programme_room(v, v->programme) });
	struct channels_now_rows all;

	TRY(channels_now(v->db, v->arena, CHANNELS_MOST, &all));
	*out = (struct channels_now_rows){ .at = ARENA_MANY(v->arena, all.count + 1, struct channels_now_row), .count = 0 };
	for (size_t i = 0; i < all.count; i++) {
		struct channels_now_row row = all.at[i];

		if (str_starts(row.name, LETTER_ROOM_CHANNEL) && !str_equal(row.name, own))
			continue;
		if (str_equal(row.name, own))
			row.name = S("The mentors' room");
		out->at[out->count++] = row;
	}
	return OK;
}

enum outcome
letters_show(struct visit *v)
{
	struct letters_view view = { .programme = v->programme, .state = state_asked(v), .next_page = S("") };
	struct page page;

	TRY(letters_of_programme(v->db, v->arena, v->programme->id, view.state, (struct letter_id){ visit_after(v) }, PAGE_ROWS + 1, &view.rows));
	TRY(find_channels(v, &view.channels));
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = next_page(v, view.state, view.rows.at[PAGE_ROWS - 1].id);
	}
	page = visit_page(v);
	page_letters(&page, &view);
	return OK;
}

/* One that was given up is tried again, with the key and the bytes that it had. */
enum outcome
letter_again(struct visit *v)
{
	struct letter_programme_row row;
	struct letter_id letter;
	int64_t changed;

	if (!id_read(v->params[1], &letter.value))
		return NOT_FOUND;
	TRY(letter_programme(v->db, v->arena, letter, &row));
	if (row.programme.value != v->programme->id.value)
		return NOT_FOUND;
	TRY(letter_raise(v->db, letter, v->now, &changed));
	if (changed == 0)
		return JOB_NOT_DEAD;
	TRY(event_say(v, S("letter-raised"), &(struct event_facts){ .detail = id_print(v->arena, letter.value) }));
	return visit_see_other(v, url_letters_show(v->arena, v->programme->slug), S("letter-raised"));
}

/* Somebody told its reader in another way: it stands among what needs coordinators no more. */
enum outcome
letter_settled(struct visit *v)
{
	struct letter_id letter;
	int64_t changed;

	if (!id_read(v->params[1], &letter.value))
		return NOT_FOUND;
	TRY(letter_known(v->db, letter, v->programme->id, v->now, &changed));
	if (changed == 0)
		return JOB_NOT_DEAD;
	TRY(event_say(v, S("letter-settled"), &(struct event_facts){ .detail = id_print(v->arena, letter.value) }));
	return visit_see_other(v, url_needs_show(v->arena, v->programme->slug), S("letter-settled"));
}
