/* Pages on which a coordinator writes to many: written, looked at, sent. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/api.h"
#include "people/form.h"
#include "people/group.h"
#include "people/pages.h"

static const struct {
	struct str word;
	const char *words;
} groups[] = {
#define GROUP(called, words) { S_STATIC(called), words },
#include "people/groups.def"
};

struct str
group_words(struct str word)
{
	for (size_t i = 0; i < ARRAY_LENGTH(groups); i++)
		if (str_equal(groups[i].word, word))
			return str_from(groups[i].words);
	return word;
}

enum outcome
group_mails_show(struct visit *v)
{
	struct group_mails_view view = { .programme = v->programme, .form = visit_values(v, &group_form, NULL), .next_page = S("") };
	struct page page;

	TRY(group_mails(v->db, v->arena, v->programme->id, (struct group_mail_id){ visit_after(v) }, PAGE_ROWS + 1, &view.rows));
	if (view.rows.count > PAGE_ROWS) {
		view.rows.count = PAGE_ROWS;
		view.next_page = str_join(v->arena, 3, (struct str[]){ url_group_mails_show(v->arena, v->programme->slug), S("?after="),
		    id_print(v->arena, view.rows.at[PAGE_ROWS - 1].id.value) });
	}
	page = visit_page(v);
	page_group_mails(&page, &view);
	return OK;
}

/* Midnight of that day where the programme is, so many days later; a day that is left out stands for none. */
static struct moment
day_of(struct visit *v, const char *field, int64_t days)
{
	struct moment m = { 0 };
	struct wall wall;

	if (when_date_read(form_text(v->form, field), &wall) && when_moment(zone_find(v->programme->zone), wall, &m))
		m = moment_plus(m, days * US_PER_DAY);
	return m;
}

enum outcome
group_mail_write(struct visit *v)
{
	struct group_mail_id id = { visit_new_id(v) };
	struct moment from = day_of(v, "joined_from", 0), until = day_of(v, "joined_until", 1);

	if (!moment_is_none(until) && !moment_is_after(until, from)) {
		form_complain(v->form, "joined_until", S("This day is before the other one."));
		return BAD_INPUT;
	}
	if (moment_is_none(until))
		until = moment_plus(v->now, US_PER_DAY);
	TRY(group_mail_add(v->db, &(struct group_mail_add_values){ .id = id, .programme = v->programme->id, .author = v->who.id,
	    .audience = form_text(v->form, "group"), .from = from, .until = until, .subject = form_text(v->form, "subject"),
	    .body = form_text(v->form, "body"), .now = v->now }));
	v->thing_id = id.value;
	return visit_see_other(v, url_group_mail_show(v->arena, v->programme->slug, id_print(v->arena, id.value)), S(""));
}

/* By the address; what was just written, for whom the API answers. */
static enum outcome
find(struct visit *v, struct group_mail_of_row *out)
{
	struct group_mail_id id = { v->thing_id };

	if (id.value == 0 && !id_read(v->params[1], &id.value))
		return NOT_FOUND;
	return group_mail_of(v->db, v->arena, id, v->programme->id, out);
}

enum outcome
group_mail_find(struct visit *v, struct group_mail_view *out)
{
	*out = (struct group_mail_view){ .programme = v->programme };
	TRY(find(v, &out->row));
	out->id = id_print(v->arena, out->row.id.value);
	out->people = out->row.people;
	return out->row.state == GROUP_MAIL_STATE_DRAFT ? group_count(v, &out->row, &out->people) : OK;
}

enum outcome
group_mail_show(struct visit *v)
{
	struct group_mail_view view;
	struct page page;

	TRY(group_mail_find(v, &view));
	page = visit_page(v);
	page_group_mail(&page, &view);
	return OK;
}

static enum outcome
show_again(struct visit *v, const struct group_mail_view *view, struct str done)
{
	return visit_see_other(v, url_group_mail_show(v->arena, v->programme->slug, view->id), done);
}

enum outcome
group_mail_test(struct visit *v)
{
	struct group_mail_view view;

	TRY(group_mail_find(v, &view));
	TRY(group_try(v, &view.row));
	return show_again(v, &view, S("group-mail-tried"));
}

enum outcome
group_mail_send(struct visit *v)
{
	struct group_mail_view view;

	TRY(group_mail_find(v, &view));
	if (view.row.state != GROUP_MAIL_STATE_DRAFT)
		return STALE;
	if (view.people == 0)
		return GROUP_IS_EMPTY;
	if (view.people > GROUP_PEOPLE_MOST)
		return TOO_LARGE;
	TRY(group_start(v, &view.row));
	TRY(event_say(v, S("group-mail-sent"), &(struct event_facts){ .detail = view.row.audience }));
	return show_again(v, &view, S("group-mail-sent"));
}

enum outcome
group_mail_drop(struct visit *v)
{
	struct group_mail_view view;
	int64_t changed;

	TRY(group_mail_find(v, &view));
	TRY(group_mail_discard(v->db, view.row.id, v->programme->id, &changed));
	if (changed == 0)
		return STALE;
	return visit_see_other(v, url_group_mails_show(v->arena, v->programme->slug), S("group-mail-discarded"));
}
