/* All letters of the server, as administrators see them: what was given up first, whether anything sits, which channels work. */
#include "access/layout.h"
#include "admin/pages.h"
#include "admin/views.h"
#include "base/buf.h"
#include "formats/id.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/store_shared.h"

enum { CHANNELS_MOST = 24 };

enum outcome
admin_letters_show(struct visit *v)
{
	struct admin_letters_view view = { .state = LETTER_STATE_GIVEN_UP, .next_page = S("") };
	struct letters_state_row state;
	struct page page;

	(void)letter_state_read(request_query(v->request, S("state")), &view.state);
	TRY(letters_of_server(v->db, v->arena, view.state, (struct letter_id){ visit_after(v) }, PAGE_ROWS + 1, &view.rows));
	TRY(letters_state(v->db, v->arena, v->now, &state));
	TRY(channels_now(v->db, v->arena, CHANNELS_MOST, &view.channels));
	view.oldest_due_at = state.oldest_due;
	view.waiting = state.waiting;
	view.given_up = state.given_up;
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = str_join(v->arena, 5, (struct str[]){ url_admin_letters_show(v->arena), S("?state="), letter_state_name(view.state),
		    S("&after="), id_print(v->arena, view.rows.at[PAGE_ROWS - 1].id.value) });
	}
	page = visit_page(v);
	page_admin_letters(&page, &view);
	return OK;
}

enum outcome
admin_letter_again(struct visit *v)
{
	struct letter_id letter;
	int64_t changed;

	if (!id_read(v->params[0], &letter.value))
		return NOT_FOUND;
	TRY(letter_raise(v->db, letter, v->now, &changed));
	if (changed == 0)
		return JOB_NOT_DEAD;
	TRY(event_say(v, S("letter-raised"), &(struct event_facts){ .detail = id_print(v->arena, letter.value) }));
	return visit_see_other(v, url_admin_letters_show(v->arena), S("letter-raised"));
}
