/* A programme's forms on pages: each change of a question makes the next version of its form, at once and for everybody (F026, F027). */
#include "access/layout.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/questions_kinds.h"
#include "programmes/versions.h"
#include "programmes/views.h"

enum { NUMBER_BYTES = 24 };

static bool
is_form(struct str slug)
{
	return str_equal(slug, S("mentor")) || str_equal(slug, S("mentee"));
}

/* The one in force, or an empty one; a survey's is not held in memory. */
enum outcome
question_form_of(const struct visit *v, struct question_form *out)
{
	const struct question_form *form = programme_form(v->programme, v->params[1]);

	if (!is_form(v->params[1]))
		return str_starts(v->params[1], S("survey-")) ? question_form_newest(v->db, v->arena, v->programme->id, v->params[1], out) : NOT_FOUND;
	*out = form != NULL ? *form : (struct question_form){ .slug = v->params[1],
	    .title = str_equal(v->params[1], S("mentor")) ? S("Application as a mentor") : S("Application as a mentee") };
	return OK;
}

static size_t
place_of(const struct question_form *form, struct str key)
{
	size_t i = 0;

	while (i < form->count && !str_equal(form->questions[i].key, key))
		i++;
	return i;
}

static void
set_whole(struct arena *arena, struct values *form, const char *name, int64_t number)
{
	struct buf text = buf_new(arena, NUMBER_BYTES);

	if (number != 0)
		buf_whole(&text, number);
	form_set_whole(form, name, number);
	form_set_text(form, name, number == 0 ? S("") : buf_str(&text));
}

/* A question as its form shows it; place behind the last one: a new one. */
static struct values *
filled(struct arena *arena, const struct question_form *form, size_t place)
{
	struct values *values = form_start(arena, &question_edit_form, NULL);
	const struct question *q = place < form->count ? &form->questions[place] : NULL;

	set_whole(arena, values, "position", (int64_t)place + 1);
	form_set_text(values, "audience", S("reviewers"));
	if (q == NULL)
		return values;
	form_set_text(values, "was", q->key);
	form_set_text(values, "called", q->key);
	form_set_text(values, "kind", question_kind_name(q->kind));
	form_set_text(values, "words", q->words);
	form_set_text(values, "help", q->help);
	form_set_text(values, "choices", question_lines(arena, &q->choices));
	form_set_whole(values, "required", q->is_required);
	set_whole(arena, values, "least", q->lowest);
	set_whole(arena, values, "most", q->highest);
	form_set_text(values, "audience", question_audience_name(q->audience));
	return values;
}

enum outcome
question_form_show(struct visit *v)
{
	struct question_form_view view = { .programme = v->programme };
	struct str editing = request_query(v->request, S("edit"));
	struct values *present;
	struct page page;

	TRY(question_form_of(v, &view.form));
	TRY(questions_reach(v->db, v->arena, v->programme->id, view.form.slug, question_form_survey(view.form.slug), &view.reach));
	if (visit_is_again(v, &question_edit_form))
		editing = form_text(v->form, "was");
	present = filled(v->arena, &view.form, str_is_empty(editing) ? view.form.count : place_of(&view.form, editing));
	view.edit = visit_is_again(v, &question_edit_form) ? v->form : present;
	view.is_editing = !str_is_empty(form_text(view.edit, "was"));
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_question_form(&page, &view);
	return OK;
}

static void
read_choices(struct arena *arena, struct str text, struct str_list *out)
{
	struct str line;

	out->at = ARENA_MANY(arena, QUESTION_CHOICES_MOST + 1, struct str);
	while (out->count <= QUESTION_CHOICES_MOST && !str_is_empty(text) && str_next(&text, '\n', &line)) {
		line = text_one_line(arena, line);
		if (!str_is_empty(line))
			out->at[out->count++] = line;
	}
}

static struct question
question_read(struct visit *v)
{
	struct question q = { .key = form_text(v->form, "called"), .words = text_one_line(v->arena, form_text(v->form, "words")),
		.help = text_one_line(v->arena, form_text(v->form, "help")), .kind = question_kind_of(form_text(v->form, "kind")),
		.audience = question_audience_of(form_text(v->form, "audience")), .lowest = form_whole(v->form, "least"), .highest = form_whole(v->form, "most"),
		.is_required = form_tick(v->form, "required") };

	read_choices(v->arena, form_text(v->form, "choices"), &q.choices);
	return q;
}

/* The others in their order, without one of them (its place behind the last: all of them), and room for one more. */
static struct question_form
without(struct arena *arena, const struct question_form *form, size_t place)
{
	struct question_form next = *form;

	next.questions = ARENA_MANY(arena, form->count + 2, struct question);
	next.count = 0;
	for (size_t i = 0; i < form->count; i++)
		if (i != place)
			next.questions[next.count++] = form->questions[i];
	return next;
}

static size_t
put_in(struct question_form *form, const struct question *q, int64_t position)
{
	size_t place = position < 1 ? 0 : (size_t)position - 1;

	if (place > form->count)
		place = form->count;
	for (size_t i = form->count; i > place; i--)
		form->questions[i] = form->questions[i - 1];
	form->questions[place] = *q;
	form->count++;
	return place;
}

static enum outcome
keep(struct visit *v, const struct question_form *next)
{
	TRY(question_form_keep(v, v->programme->id, next));
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	TRY(event_say(v, S("form-saved"), &(struct event_facts){ .detail = next->slug }));
	return visit_see_other(v, url_question_form_show(v->arena, v->programme->slug, next->slug), S("saved"));
}

static enum outcome
find_edited(struct visit *v, struct question_form *form, size_t *place)
{
	struct str was = form_text(v->form, "was");

	TRY(question_form_of(v, form));
	*place = str_is_empty(was) ? form->count : place_of(form, was);
	return !str_is_empty(was) && *place == form->count ? STALE : OK;
}

enum outcome
question_save(struct visit *v)
{
	struct question_form form, next;
	struct question q = question_read(v);
	struct question_fault fault;
	size_t place;

	TRY(find_edited(v, &form, &place));
	TRY(visit_has_seen(v, filled(v->arena, &form, place)));
	next = without(v->arena, &form, place);
	if (next.count == QUESTIONS_MOST) {
		form_complain(v->form, "words", S("A form has at most 60 questions. Remove one first."));
		return BAD_INPUT;
	}
	place = put_in(&next, &q, form_whole(v->form, "position"));
	for (size_t i = 0; i < next.count; i++) {
		fault = question_fault(v->arena, &next, i);
		if (fault.key != NULL) {
			form_complain(v->form, i == place && strcmp(fault.key, "key") != 0 ? fault.key : "called", fault.words);
			return BAD_INPUT;
		}
	}
	return keep(v, &next);
}

/* What somebody else has just worded anew is not taken away unread. */
static enum outcome
is_the_version_seen(struct visit *v, const struct question_form *form)
{
	struct str seen = form_text(v->form, "version");
	int64_t version;

	if (str_is_empty(seen) || (str_whole(seen, &version) && version == form->version))
		return OK;
	return visit_refuse(v, CHANGED_SINCE, S("Somebody changed this form since you opened the page. Nothing is removed: look at its questions as they are now, and remove it again."));
}

enum outcome
question_remove(struct visit *v)
{
	struct question_form form, next;
	size_t place;

	TRY(find_edited(v, &form, &place));
	TRY(is_the_version_seen(v, &form));
	next = without(v->arena, &form, place);
	return next.count == 0 ? FORM_LAST_QUESTION : keep(v, &next);
}

struct str
question_form_survey(struct str slug)
{
	return str_starts(slug, S("survey-")) ? str_skip(slug, sizeof("survey-") - 1) : S("");
}

bool
question_form_is_own(struct str slug)
{
	int64_t id;

	return id_read(question_form_survey(slug), &id);
}

struct str
question_kind_words(struct page *page, enum question_kind kind)
{
	const struct choices *kinds = &question_edit_form.fields[2].choices;

	for (size_t i = 0; i < kinds->count; i++)
		if (str_equal(kinds->at[i].value, question_kind_name(kind)))
			return page_words(page, str_c(page->arena, kinds->at[i].label), 0, NULL);
	return S("");
}
