/* The words of letters as a programme writes them (F152): every version is kept, so a letter that waits keeps the words of its day. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/views_letters.h"

enum { FIELDS_BYTES = 8 << 10, NAMES_BYTES = 600, LINES_MOST = 60, TEXTS_MOST = LETTER_KINDS };

/* What a preview and a test letter show instead of a value. */
static struct str
sample(struct arena *arena, struct str name)
{
	static const struct { const char *name, *words; } known[] = {
		{ "you", "Dana Example" }, { "number", "OC-214" }, { "title", "My first API" }, { "service", "Code review" }, { "skills", "Python, SQL" },
		{ "mentor", "Bo Example" }, { "mentee", "Dana Example" }, { "with", "Bo Example" }, { "human", "Cora Example" }, { "when", "Tue 24 Nov, 18:00 CET" },
		{ "minutes", "30 minutes" }, { "waited", "3 days" }, { "next_at", "Tue 24 Nov, 18:00 CET" }, { "lease_at", "Tue 24 Nov, 18:00 CET" },
		{ "promise", "48 hours" }, { "wait", "48 hours" }, { "details", "I would like to know whether my routes make sense." },
		{ "room", "#mentors in Slack" }, { "count", "3 requests" }, { "requests", "OC-214 My first API (3 days)\vOC-215 Read my CV (2 days)" },
		{ "question", "Which part would you like to look at first?" }, { "mentee_email", "dana@example.org" }, { "mentee_zone", "Europe/Berlin" },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(known); i++)
		if (str_equal(name, str_from(known[i].name)))
			return str_from(known[i].words);
	return str_join(arena, 3, (struct str[]){ S("("), name, S(")") });
}

static void
add_samples(struct buf *out, struct visit *v, struct str list)
{
	struct str name;

	while (str_next(&list, ' ', &name)) {
		bool is_link = str_starts(name, S("@"));

		name = is_link ? str_skip(name, 1) : name;
		if (str_is_empty(name) || str_starts(name, S("#")))
			continue;
		buf_format(out, "%s\"%.*s\":", out->length == 1 ? "" : ",", STR_FORMAT(name));
		json_quote(out, is_link ? v->server->base_url : str_equal(name, S("programme")) ? v->programme->name : sample(v->arena, name));
	}
}

static struct str
sample_fields(struct visit *v, const struct letter_sort *sort)
{
	struct buf out = buf_new(v->arena, FIELDS_BYTES);

	buf_char(&out, '{');
	add_samples(&out, v, letter_common_fields);
	add_samples(&out, v, sort->fields);
	buf_char(&out, '}');
	return buf_str(&out);
}

static struct text_lines
preview_of(struct visit *v, struct str body)
{
	struct text_lines lines = { ARENA_MANY(v->arena, LINES_MOST, struct text_line), 0 };
	struct str line;

	while (lines.count < LINES_MOST && str_next(&body, '\n', &line)) {
		struct text_line *to = &lines.at[lines.count];
		size_t middle = str_find(line, PART_INSIDE);

		if (line.length < 2)
			continue;
		*to = (struct text_line){ .is_item = line.at[0] == MARK_ITEM, .is_value = line.at[0] == MARK_VALUE, .is_link = line.at[0] == MARK_LINK };
		to->label = to->is_value || to->is_link ? str_skip(str_head(line, middle), 1) : S("");
		to->words = to->is_value ? str_skip(line, middle + 1) : to->is_link ? S("") : str_skip(line, 1);
		lines.count++;
	}
	return lines;
}

static struct str
names_of(struct visit *v, const struct letter_sort *sort)
{
	struct str lists[] = { letter_common_fields, sort->fields }, name;
	struct buf out = buf_new(v->arena, NAMES_BYTES);

	for (size_t i = 0; i < ARRAY_LENGTH(lists); i++)
		while (str_next(&lists[i], ' ', &name))
			if (!str_is_empty(name) && !str_starts(name, S("#")))
				buf_format(&out, str_starts(name, S("@")) ? " [words](%.*s)" : " {%.*s}", STR_FORMAT(str_starts(name, S("@")) ? str_skip(name, 1) : name));
	return str_trim(buf_str(&out));
}

/* A kind that a programme may word: those of the whole server are the operator's. */
static enum outcome
sort_of(struct visit *v, const struct letter_sort **out)
{
	*out = letter_sort_called(v->params[1]);
	return *out == NULL || !letter_is_worded(*out) ? NOT_FOUND : OK;
}

static enum outcome
text_in_force(struct visit *v, const struct letter_sort *sort, struct letter_text *out, int64_t *version, bool *is_own)
{
	struct letter_text_newest_row row = { 0 };
	enum outcome said = letter_text_newest(v->db, v->arena, v->programme->id, sort->id, &row);

	if (said != OK && said != NOT_FOUND)
		return said;
	*version = row.version;
	*is_own = said == OK && !str_is_empty(row.body);
	*out = *is_own ? (struct letter_text){ row.subject, row.body } : letter_builtin(sort, S(""));
	return OK;
}

enum outcome
texts_show(struct visit *v)
{
	struct texts_view view = { .programme = v->programme, .rows = { ARENA_MANY(v->arena, LETTER_KINDS, struct text_row), 0 } };
	struct letter_texts_of_rows own;
	struct page page;

	TRY(letter_texts_of(v->db, v->arena, v->programme->id, TEXTS_MOST, &own));
	for (int i = 0; i < LETTER_KINDS; i++) {
		const struct letter_sort *sort = letter_sort((enum letter_kind)i);
		struct text_row *row = &view.rows.at[view.rows.count];

		if (!letter_is_worded(sort))
			continue;
		*row = (struct text_row){ .id = sort->id, .name = letter_kind_words(visit_language(v), sort->id),
			.topic = say(visit_language(v), topic_words(sort->topic).at) };
		for (size_t k = 0; k < own.count; k++)
			if (str_equal(own.at[k].kind, sort->id) && !str_is_empty(own.at[k].body)) {
				row->author = own.at[k].author_name;
				row->made_at = own.at[k].made_at;
			}
		view.rows.count++;
	}
	page = visit_page(v);
	page_letter_texts(&page, &view);
	return OK;
}

static struct values *
filled(struct visit *v, const struct letter_text *text)
{
	struct values *form = form_start(v->arena, &letter_text_form, NULL);

	form_set_text(form, "subject", text->subject);
	form_set_text(form, "body", text->body);
	return form;
}

enum outcome
text_show(struct visit *v)
{
	struct text_view view = { .programme = v->programme };
	struct letter_text text, words = { 0 };
	int64_t version;
	struct page page;

	TRY(sort_of(v, &view.sort));
	TRY(text_in_force(v, view.sort, &text, &version, &view.is_own));
	view.form = visit_is_again(v, &letter_text_form) ? v->form : filled(v, &text);
	TRY(letter_text_render(v->arena, &text, sample_fields(v, view.sort), &words));
	view.subject = words.subject;
	view.lines = preview_of(v, words.body);
	view.names = names_of(v, view.sort);
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, filled(v, &text));
	page_letter_text(&page, &view);
	return OK;
}

static enum outcome
keep(struct visit *v, const struct letter_sort *sort, const struct letter_text *text, int64_t version)
{
	TRY(letter_text_add(v->db, &(struct letter_text_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = sort->id, .version = version, .subject = text->subject,
	    .body = text->body, .author = v->who.id, .made = v->now }));
	return event_say(v, S("letter-text-saved"), &(struct event_facts){ .detail = sort->name });
}

enum outcome
text_save(struct visit *v)
{
	struct letter_text text = { form_text(v->form, "subject"), form_text(v->form, "body") }, present;
	const struct letter_sort *sort;
	struct str complaint;
	int64_t version;
	bool is_own;

	TRY(sort_of(v, &sort));
	TRY(text_in_force(v, sort, &present, &version, &is_own));
	TRY(visit_has_seen(v, filled(v, &present)));
	complaint = letter_text_complaint(v->arena, sort, &text);
	if (!str_is_empty(complaint)) {
		form_complain(v->form, "body", complaint);
		return BAD_INPUT;
	}
	TRY(keep(v, sort, &text, version + 1));
	return visit_see_other(v, url_text_show(v->arena, v->programme->slug, sort->id), S("saved"));
}

enum outcome
text_reset(struct visit *v)
{
	const struct letter_sort *sort;
	struct letter_text present;
	int64_t version;
	bool is_own;

	TRY(sort_of(v, &sort));
	TRY(text_in_force(v, sort, &present, &version, &is_own));
	if (is_own)
		TRY(keep(v, sort, &(struct letter_text){ S(""), S("") }, version + 1));
	return visit_see_other(v, url_text_show(v->arena, v->programme->slug, sort->id), S("saved"));
}

/* To whoever asks, with samples for values: what its readers' mail programs make of it. */
enum outcome
text_test(struct visit *v)
{
	const struct letter_sort *sort;
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;

	TRY(sort_of(v, &sort));
	TRY(letter_reader_find(&desk, v->who.id, sort->topic, &reader));
	TRY(letter_put_test(&desk, &(struct letter_test){ .id = { visit_new_id(v) }, .sort = sort, .programme = v->programme->id, .reader = &reader,
	    .fields = sample_fields(v, sort) }));
	return visit_see_other(v, url_text_show(v->arena, v->programme->slug, sort->id), S("test-sent"));
}
