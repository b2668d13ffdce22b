/* The versions of a programme, for its coordinators: what changed, by whom, and what the programme was. */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/pages.h"
#include "programmes/versions.h"
#include "programmes/views.h"

enum { LINK_BYTES = 200, SHOWN_MOST = 200 << 10, CHANGES_SHOWN = 200, NUMBER_BYTES = 24 };

struct str
version_way_words(struct page *page, enum version_way way)
{
	static const char *const words[] = {
		[VERSION_WAY_FILE] = N_("with a file"), [VERSION_WAY_PAGE] = N_("on a page"), [VERSION_WAY_PROGRAM] = N_("by a program"), [VERSION_WAY_SERVER] = N_("by itself"),
	};

	return page_words(page, words[way], 0, NULL);
}

struct str
change_part_words(struct page *page, enum change_part part)
{
	static const char *const words[PARTS] = {
		N_("Programme"), N_("Setting"), N_("Service"), N_("Affiliation"), N_("Skill"), N_("Document"), N_("Holiday"), N_("Resource"), N_("Focus area"), N_("Letter"), N_("Form"), N_("Survey"),
	};

	return page_words(page, words[part], 0, NULL);
}

struct str
change_name(struct page *page, const struct change *change)
{
	struct str name = change->part == PART_SETTING ? setting_label(page, change->name) : change->name;

	return change->aspect == NULL ? name : str_join(page->arena, 3, (struct str[]){ name, S(", "), str_from(change->aspect) });
}

struct str
version_text(struct page *page, int64_t number)
{
	struct buf text = buf_new(page->arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

int64_t
version_number(struct str text)
{
	int64_t number;

	return str_whole(text, &number) && number > 0 ? number : 0;
}

static struct str
link_before(struct visit *v, int64_t number)
{
	struct buf link = buf_new(v->arena, LINK_BYTES);

	buf_add(&link, url_versions_show(v->arena, v->programme->slug));
	buf_format(&link, "?before=%lld", (long long)number);
	return buf_str(&link);
}

enum outcome
versions_show(struct visit *v)
{
	struct versions_view view = { .programme = v->programme, .next_page = S("") };
	struct page page;

	TRY(versions_of(v->db, v->arena, v->programme->id, version_number(request_query(v->request, S("before"))), PAGE_ROWS + 1, &view.rows));
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = link_before(v, view.rows.at[PAGE_ROWS - 1].number);
	}
	page = visit_page(v);
	page_versions(&page, &view);
	return OK;
}

/* A long file is had by the command line; what is shown is whole. */
static enum outcome
show(struct visit *v, struct arena *arena, int64_t number)
{
	struct version_view view = { .programme = v->programme };
	struct changes changes;
	struct page page;

	TRY(version_at(v->db, arena, v->programme->id, number, &view.row));
	TRY(version_changes(v, arena, number, &changes));
	view.changes.at = changes.at;
	view.changes.count = changes.count < CHANGES_SHOWN ? changes.count : CHANGES_SHOWN;
	view.more = (int64_t)(changes.count - view.changes.count);
	view.yaml = view.row.yaml.length <= SHOWN_MOST ? view.row.yaml : S("");
	page = visit_page(v);
	page_version(&page, &view);
	return OK;
}

enum outcome
version_within(struct visit *v, enum outcome (*show_it)(struct visit *, struct arena *, int64_t number))
{
	int64_t number = version_number(v->params[1]);
	struct arena *arena;
	enum outcome said;

	if (number == 0)
		return NOT_FOUND;
	arena_open(FILE_ARENA, &arena);
	said = show_it(v, arena, number);
	arena_close(&arena);
	return said;
}

enum outcome
version_show(struct visit *v)
{
	return version_within(v, show);
}
