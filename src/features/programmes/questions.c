/* A programme's own questions as a form: stored, loaded, and made the fields that pages and programs have. */
#include "programmes/questions.h"

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "programmes/programmes.h"
#include "programmes/questions_kinds.h"
#include "programmes/store_forms.h"

#define N_(sentence) S_STATIC(sentence)

enum { LABEL_BYTES = 400, SCALE_LEAST = 1, SCALE_USUAL = 5, LINES_BYTES = QUESTION_CHOICES_MOST * (CHOICE_WORDS_MOST * 4 + 1) };

const struct question_kind_row question_kind_rows[] = {
	[QUESTION_KIND_TEXT] = { FIELD_TEXT, true, false, LIMIT_LINE_CHARACTERS }, [QUESTION_KIND_LONG_TEXT] = { FIELD_LONG_TEXT, true, false, LIMIT_TEXT_CHARACTERS },
	[QUESTION_KIND_CHOICE] = { FIELD_CHOICE, false, true, 0 }, [QUESTION_KIND_CHOICES] = { FIELD_CHOICES, true, true, QUESTION_CHOICES_MOST },
	[QUESTION_KIND_SCALE] = { FIELD_CHOICE, true, true, SCALE_MOST }, [QUESTION_KIND_WEEK] = { FIELD_WEEK, false, false, 0 },
	[QUESTION_KIND_LANGUAGE] = { FIELD_CHOICE, false, false, 0 }, [QUESTION_KIND_DATE] = { FIELD_DATE, false, false, 0 },
	[QUESTION_KIND_LINK] = { FIELD_LINK, false, false, 0 }, [QUESTION_KIND_CONSENT] = { FIELD_TICK, false, false, 0 },
};

static const struct choice tongues[] = {
#define TONGUE(tag, own, english) { .value = S_STATIC(tag), .label = S_STATIC(own " (" english ")") },
#include "programmes/tongues.def"
};
static const struct choice levels[] = {
	{ .value = S_STATIC("none"), .label = N_("Not at all") }, { .value = S_STATIC("basic"), .label = N_("Basic") },
	{ .value = S_STATIC("working"), .label = N_("Enough to work in") }, { .value = S_STATIC("fluent"), .label = N_("Fluent") },
};
const struct choices question_tongues = { tongues, ARRAY_LENGTH(tongues) }, question_levels = { levels, ARRAY_LENGTH(levels) };

/* --- stored --- */

static struct str_list
lines_of(struct arena *arena, struct str text)
{
	struct str_list lines = { .at = ARENA_MANY(arena, QUESTION_CHOICES_MOST, struct str) };
	struct str line;

	while (lines.count < QUESTION_CHOICES_MOST && !str_is_empty(text) && str_next(&text, '\n', &line))
		lines.at[lines.count++] = line;
	return lines;
}

struct str
question_lines(struct arena *arena, const struct str_list *lines)
{
	struct buf out = buf_new(arena, LINES_BYTES);

	for (size_t i = 0; i < lines->count; i++) {
		if (i > 0)
			buf_char(&out, '\n');
		buf_add(&out, lines->at[i]);
	}
	return lines->count == 0 ? S("") : buf_str(&out);
}

enum outcome
question_form_find(struct db *db, struct arena *arena, struct question_form_id id, struct question_form *out)
{
	struct questions_of_rows rows;
	struct form_row_row row;

	TRY(form_row(db, arena, id, &row));
	TRY(questions_of(db, arena, id, QUESTIONS_MOST, &rows));
	*out = (struct question_form){ .id = id, .slug = row.slug, .title = row.title, .version = row.version, .questions = ARENA_MANY(arena, rows.count + 1, struct question) };
	for (size_t i = 0; i < rows.count; i++)
		out->questions[out->count++] = (struct question){ .id = rows.at[i].id, .key = rows.at[i].key, .words = rows.at[i].words, .help = rows.at[i].help,
			.kind = rows.at[i].kind, .audience = rows.at[i].audience, .choices = lines_of(arena, rows.at[i].choices), .lowest = rows.at[i].lowest,
			.highest = rows.at[i].highest, .is_required = rows.at[i].is_required };
	return OK;
}

enum outcome
question_form_newest(struct db *db, struct arena *arena, struct programme_id programme, struct str slug, struct question_form *out)
{
	struct form_newest_of_row row;

	TRY(form_newest_of(db, arena, programme, slug, &row));
	return question_form_find(db, arena, row.id, out);
}

enum outcome
question_wordings_find(struct db *db, struct arena *arena, struct programme_id programme, struct str slug, struct question_wordings_list *out)
{
	struct question_wordings_rows rows;

	TRY(question_wordings(db, arena, programme, slug, WORDINGS_MOST, &rows));
	*out = (struct question_wordings_list){ .at = ARENA_MANY(arena, rows.count + 1, struct question_wording), .count = rows.count };
	for (size_t i = 0; i < rows.count; i++)
		out->at[i] = (struct question_wording){ rows.at[i].key, rows.at[i].words };
	return OK;
}

enum outcome
question_forms_load(struct db *db, struct arena *arena, struct programme *p)
{
	struct forms_of_rows rows;

	TRY(forms_of(db, arena, p->id, FORMS_MOST, &rows));
	p->forms = ARENA_MANY(arena, rows.count + 1, struct question_form);
	for (size_t i = 0; i < rows.count; i++)
		TRY(question_form_find(db, arena, rows.at[i].id, &p->forms[p->form_count++]));
	return OK;
}

const struct question_form *
programme_form(const struct programme *p, struct str slug)
{
	for (size_t i = 0; i < p->form_count; i++)
		if (str_equal(p->forms[i].slug, slug))
			return &p->forms[i];
	return NULL;
}

enum outcome
question_form_keep(struct visit *v, struct programme_id programme, const struct question_form *form)
{
	struct question_form_id id = { visit_new_id(v) };
	struct form_newest_row newest;

	TRY(form_newest(v->db, v->arena, programme, form->slug, &newest));
	TRY(form_add(v->db, &(struct form_add_values){ .id = id, .programme = programme, .slug = form->slug, .version = newest.version + 1, .title = form->title, .now = v->now }));
	for (size_t i = 0; i < form->count; i++) {
		const struct question *q = &form->questions[i];

		TRY(question_add(v->db, &(struct question_add_values){ .id = { visit_new_id(v) }, .form = id, .position = (int64_t)i + 1, .key = q->key, .kind = q->kind,
		    .words = q->words, .help = q->help, .choices = question_lines(v->arena, &q->choices), .lowest = q->lowest, .highest = q->highest,
		    .is_required = q->is_required, .audience = q->audience }));
	}
	return OK;
}

static bool
are_same(const struct question *a, const struct question *b)
{
	bool are = str_equal(a->key, b->key) && str_equal(a->words, b->words) && str_equal(a->help, b->help) && a->kind == b->kind && a->audience == b->audience &&
	    a->lowest == b->lowest && a->highest == b->highest && a->is_required == b->is_required && a->choices.count == b->choices.count;

	for (size_t i = 0; are && i < a->choices.count; i++)
		are = str_equal(a->choices.at[i], b->choices.at[i]);
	return are;
}

bool
question_forms_same(const struct question_form *a, const struct question_form *b)
{
	bool are = str_equal(a->title, b->title) && a->count == b->count;

	for (size_t i = 0; are && i < a->count; i++)
		are = are_same(&a->questions[i], &b->questions[i]);
	return are;
}

/* --- as fields --- */

int64_t
question_scale_end(const struct question *q, bool is_high)
{
	if (is_high)
		return q->highest > 0 ? q->highest : SCALE_USUAL;
	return q->lowest == 0 && q->highest == 0 ? SCALE_LEAST : q->lowest;
}

/* "1: not at all", "2", … "5: every day". */
static struct choices
scale_of(struct arena *arena, const struct question *q)
{
	int64_t low = question_scale_end(q, false), high = question_scale_end(q, true);
	struct choice *at = ARENA_MANY(arena, (size_t)(high - low + 1), struct choice);
	size_t count = 0;

	for (int64_t step = low; step <= high; step++) {
		struct buf value = buf_new(arena, LABEL_BYTES);
		struct str words = q->choices.count < 2 ? S("") : step == low ? q->choices.at[0] : step == high ? q->choices.at[1] : S("");

		buf_whole(&value, step);
		at[count].value = buf_str(&value);
		at[count++].label = str_is_empty(words) ? buf_str(&value) : str_join(arena, 3, (struct str[]){ buf_str(&value), S(": "), words });
	}
	return (struct choices){ at, count };
}

static struct choices
choices_of(struct arena *arena, const struct question *q)
{
	struct choice *at;

	if (q->kind == QUESTION_KIND_LANGUAGE)
		return question_tongues;
	if (q->kind == QUESTION_KIND_SCALE)
		return scale_of(arena, q);
	at = ARENA_MANY(arena, q->choices.count + 1, struct choice);
	for (size_t i = 0; i < q->choices.count; i++)
		at[i] = (struct choice){ .value = q->choices.at[i], .label = q->choices.at[i] };
	return (struct choices){ at, q->choices.count };
}

static struct field
field_of(struct arena *arena, const struct question *q, bool is_draft)
{
	struct question_kind_row row = question_kind_rows[q->kind];
	bool is_bounded = row.has_bounds && q->kind != QUESTION_KIND_SCALE, is_required = q->is_required && !is_draft;

	return (struct field){ .name = q->key, .type = row.type, .is_required = is_required, .label = q->words, .hint = q->help,
		.min = !is_bounded || is_draft || (q->kind == QUESTION_KIND_CHOICES && !is_required) ? 0 : q->lowest, .max = is_bounded ? q->highest : 0,
		.choices = choices_of(arena, q), .audience = q->audience == QUESTION_AUDIENCE_COORDINATORS ? AUDIENCE_COORDINATORS : AUDIENCE_REVIEWERS };
}

struct str
question_level_key(struct arena *arena, const struct question *q)
{
	return str_join(arena, 2, (struct str[]){ q->key, S("_level") });
}

struct form
question_fields(struct arena *arena, const struct question_form *form, struct str name, bool is_draft)
{
	struct field *fields = ARENA_MANY(arena, form->count * 2 + 1, struct field);
	size_t count = 0;

	for (size_t i = 0; i < form->count; i++) {
		const struct question *q = &form->questions[i];

		fields[count++] = field_of(arena, q, is_draft);
		if (q->kind == QUESTION_KIND_LANGUAGE) {
			fields[count] = fields[count - 1];
			fields[count].name = question_level_key(arena, q);
			fields[count].label = (struct str)N_("How well do you speak it?");
			fields[count].hint = S("");
			fields[count++].choices = question_levels;
		}
	}
	return (struct form){ .name = name, .fields = fields, .count = count };
}
