/* How long things about people are kept, and what of them ended when: for coordinators of a programme, and for administrators of all. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "http/routes.h"
#include "privacy/pages.h"
#include "privacy/store_retention.h"
#include "privacy/views.h"
#include "programmes/programmes.h"

struct keeping
keeping_of(struct arena *arena, const struct programme *programme)
{
	struct keeping out = { .programme = programme->name, .rows = { .at = ARENA_MANY(arena, KEEPS, struct period) } };

	for (enum keep keep = 0; keep < KEEPS; keep++)
		out.rows.at[out.rows.count++] = period_of(&programme->settings, keep);
	return out;
}

struct str
kept_words(struct page *page, const char *sentence)
{
	return page_words(page, sentence, 0, NULL);
}

/* A row of the record, read; what a newer program recorded is called by its name. */
static struct ended
ended_of(struct arena *arena, struct str kind, struct str count, struct moment at)
{
	enum keep keep = keep_called(kind);
	struct ended out = { .at = at, .programme = S(""), .what = keep == KEEPS ? str_c(arena, kind) : keep_words(keep) };

	(void)str_whole(count, &out.count);
	return out;
}

static struct str
link_after(struct visit *v, struct str path, struct event_id id)
{
	return str_join(v->arena, 3, (struct str[]){ path, S("?after="), id_print(v->arena, id.value) });
}

static enum outcome
fill_ended(struct visit *v, struct kept_view *view)
{
	struct ended_in_rows rows;

	TRY(ended_in(v->db, v->arena, v->programme->id, (struct event_id){ visit_after(v) }, PAGE_ROWS + 1, &rows));
	view->ended.at = ARENA_MANY(v->arena, rows.count + 1, struct ended);
	for (size_t i = 0; i < rows.count && i < PAGE_ROWS; i++)
		view->ended.at[view->ended.count++] = ended_of(v->arena, rows.at[i].detail, rows.at[i].state_after, rows.at[i].happened_at);
	if (rows.count > PAGE_ROWS)
		view->next_page = link_after(v, url_kept_show(v->arena, v->programme->slug), rows.at[PAGE_ROWS - 1].id);
	return OK;
}

enum outcome
kept_show(struct visit *v)
{
	struct kept_view view = { .programme = v->programme, .keeping = keeping_of(v->arena, v->programme), .next_page = S("") };
	struct next_night_row next;
	struct page page;

	TRY(next_night(v->db, v->arena, v->programme->id.value, &next));
	view.next_at = next.due_at;
	TRY(fill_ended(v, &view));
	page = visit_page(v);
	page_kept(&page, &view);
	return OK;
}

static enum outcome
fill_keepings(struct visit *v, struct kept_view *view)
{
	struct programmes_keeping_rows rows;
	struct programme_id after = { 0 };

	(void)id_read(request_query(v->request, S("programmes")), &after.value);
	TRY(programmes_keeping(v->db, v->arena, after, PAGE_ROWS + 1, &rows));
	view->keepings.at = ARENA_MANY(v->arena, rows.count + 1, struct keeping);
	if (rows.count > PAGE_ROWS)
		view->more_programmes = str_join(v->arena, 3, (struct str[]){ url_ended_show(v->arena), S("?programmes="), id_print(v->arena, rows.at[PAGE_ROWS - 1].id.value) });
	for (size_t i = 0; i < rows.count && i < PAGE_ROWS; i++) {
		const struct programme *programme;

		TRY(programme_of(v->db, v->programmes, rows.at[i].id, rows.at[i].version, &programme));
		view->keepings.at[view->keepings.count++] = keeping_of(v->arena, programme);
	}
	return OK;
}

enum outcome
ended_show(struct visit *v)
{
	struct kept_view view = { .next_page = S(""), .more_programmes = S("") };
	struct ended_anywhere_rows rows;
	struct page page;

	TRY(ended_anywhere(v->db, v->arena, (struct event_id){ visit_after(v) }, PAGE_ROWS + 1, &rows));
	view.ended.at = ARENA_MANY(v->arena, rows.count + 1, struct ended);
	for (size_t i = 0; i < rows.count && i < PAGE_ROWS; i++) {
		view.ended.at[view.ended.count] = ended_of(v->arena, rows.at[i].detail, rows.at[i].state_after, rows.at[i].happened_at);
		view.ended.at[view.ended.count++].programme = rows.at[i].programme_name;
	}
	if (rows.count > PAGE_ROWS)
		view.next_page = link_after(v, url_ended_show(v->arena), rows.at[PAGE_ROWS - 1].id);
	TRY(fill_keepings(v, &view));
	page = visit_page(v);
	page_ended(&page, &view);
	return OK;
}
