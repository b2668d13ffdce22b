/* One's own tokens of programs: the list, a new one (shown once), the end of one. */
#include "access/form.h"
#include "access/layout.h"
#include "access/pages.h"
#include "access/token.h"
#include "access/views.h"
#include "forms/page.h"
#include "formats/id.h"
#include "http/routes.h"

struct str
token_text(struct page *page, struct token_id id)
{
	return id_print(page->arena, id.value);
}

static enum outcome
show(struct visit *v, struct str shown)
{
	bool is_again = visit_is_again(v, &token_form) && str_is_empty(shown);
	struct tokens_view view = { .shown = shown, .form = is_again ? v->form : form_start(v->arena, &token_form, NULL) };
	struct page page;

	if (!is_again) {
		form_set_text(view.form, "days", S("90"));
		form_set_text(view.form, "scope", S("read"));
	}
	TRY(tokens_find(v, v->who.id, &view.rows));
	v->reply->carries_token = !str_is_empty(shown);    /* so that no cache keeps it */
	page = visit_page(v);
	page_tokens(&page, &view);
	return OK;
}

enum outcome
tokens_show(struct visit *v)
{
	return show(v, S(""));
}

/* The page of this answer is the only place where the token can be read; the same form again leads to the list. */
enum outcome
token_make_page(struct visit *v)
{
	struct token_wish wish = {
		.person = v->who.id, .name = form_text(v->form, "name"), .may_act = str_equal(form_text(v->form, "scope"), S("act")),
		.days = form_whole(v->form, "days"),
	};
	struct str shown;

	TRY(token_make(v, &wish, &shown));
	v->made_at_path = url_tokens_show(v->arena);
	return show(v, shown);
}

enum outcome
token_drop_page(struct visit *v)
{
	struct token_id token;

	if (!id_read(v->params[0], &token.value))
		return NOT_FOUND;
	TRY(token_end(v, v->who.id, token));
	return visit_see_other(v, url_tokens_show(v->arena), S("token-ended"));
}
