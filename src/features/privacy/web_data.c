/* One's own data: taken along, ended, kept after all. */
#include "access/event.h"
#include "access/layout.h"
#include "base/arena.h"
#include "http/routes.h"
#include "privacy/form.h"
#include "privacy/pages.h"
#include "privacy/store_erase.h"
#include "privacy/store_retention.h"
#include "privacy/views.h"
#include "programmes/programmes.h"

enum { PROGRAMMES_MOST = 50 };

static enum outcome
fill_keepings(struct visit *v, struct data_view *view)
{
	struct programmes_kept_rows rows;

	TRY(programmes_kept(v->db, v->arena, v->who.id, PROGRAMMES_MOST, &rows));
	view->keepings.at = ARENA_MANY(v->arena, rows.count + 1, struct keeping);
	for (size_t i = 0; i < rows.count; i++) {
		const struct programme *programme;

		TRY(programme_of(v->db, v->programmes, rows.at[i].id, rows.at[i].version, &programme));
		view->keepings.at[view->keepings.count++] = keeping_of(v->arena, programme);
	}
	return OK;
}

enum outcome
data_show(struct visit *v)
{
	struct data_view view = { .export = visit_values(v, &data_export_form, NULL), .erase = visit_values(v, &data_erase_form, NULL) };
	struct erasure_of_row row;
	enum outcome said = erasure_of(v->db, v->arena, v->who.id, &row);
	struct page page;

	if (said != OK && said != NOT_FOUND)
		return said;
	view.due_at = said == OK ? row.due_at : (struct moment){ 0 };
	TRY(fill_keepings(v, &view));
	page = visit_page(v);
	page_data(&page, &view);
	return OK;
}

/* An act, since an export stands in the record. */
enum outcome
data_export(struct visit *v)
{
	bool is_json = str_equal(form_text(v->form, "format"), S("json"));

	TRY(event_say(v, S("exported-own"), &(struct event_facts){ .person = v->who.id, .detail = is_json ? S("JSON") : S("HTML") }));
	TRY(hold_print(v, v->who.id, is_json ? HOLD_JSON : HOLD_HTML, &v->reply->body));
	reply_header(v->reply, S("Content-Type"), is_json ? S("application/json") : S("text/html; charset=utf-8"));
	reply_header(v->reply, S("Content-Disposition"), is_json ? S("attachment; filename=\"my-data.json\"") : S("attachment; filename=\"my-data.html\""));
	v->reply->carries_token = true;    /* nothing keeps a copy on the way */
	return OK;
}

enum outcome
data_erase(struct visit *v)
{
	struct moment due_at;

	TRY(erase_ask(v, v->who.id, &due_at));
	return visit_see_other(v, url_data_show(v->arena), S("erasure-asked"));
}

enum outcome
data_keep(struct visit *v)
{
	enum outcome said = erase_cancel(v, v->who.id);

	if (said != OK)
		return said == NOT_FOUND ? STALE : said;
	return visit_see_other(v, url_data_show(v->arena), S("erasure-taken-back"));
}
