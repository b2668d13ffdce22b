/* Fields as inputs. The way back is in message_values.c. */
#include "outside/slack/message_form.h"

#include "base/arena.h"
#include "base/limits.h"
#include "formats/json.h"
#include "formats/text.h"
#include "forms/say.h"

enum { DAYS = 7, PARTS = 3, WEEK_OPTIONS = DAYS * PARTS, HINT_MAX = 4 << 10 };

/* What the printing of one view needs. */
struct desk {
	const struct slack_modal *modal;
	struct slack_surface *s;
	struct arena *arena;
	struct pairs hidden;
	size_t inputs;
};

static struct str
words(const struct desk *d, struct str sentence)
{
	return say(d->modal->language, str_c(d->arena, sentence));
}

enum outcome
slack_private_print(struct arena *arena, const struct slack_private *p, struct str *out)
{
	struct buf json = buf_new(arena, SLACK_LIMIT_PRIVATE);

	buf_add(&json, S("{\"p\":"));
	json_quote(&json, p->programme);
	buf_add(&json, S(",\"k\":"));
	json_quote(&json, p->key);
	if (p->hidden.count > 0)
		buf_add(&json, S(",\"h\":{"));
	for (size_t i = 0; i < p->hidden.count; i++) {
		if (i > 0)
			buf_char(&json, ',');
		json_quote(&json, p->hidden.at[i].name);
		buf_char(&json, ':');
		json_quote(&json, p->hidden.at[i].value);
	}
	buf_add(&json, p->hidden.count > 0 ? S("}}") : S("}"));
	*out = buf_str(&json);
	return json.is_overflown ? BAD_INPUT : OK;
}

/* The hint of the web page: what to write, and who will see it. {max} is the bound that holds. */
static struct str
hint_of(const struct desk *d, const struct value *value)
{
	struct buf out = buf_new(d->arena, HINT_MAX);
	struct str hint = words(d, value->field->hint);

	while (hint.length > 0) {
		size_t open = str_find(hint, '{');

		buf_add(&out, str_head(hint, open));
		hint = str_skip(hint, open);
		if (str_starts(hint, S("{max}"))) {
			buf_whole(&out, value->max);
			hint = str_skip(hint, 5);
		} else if (hint.length > 0) {
			buf_char(&out, '{');
			hint = str_skip(hint, 1);
		}
	}
	if (value->field->audience != AUDIENCE_NONE) {
		if (out.length > 0)
			buf_char(&out, ' ');
		buf_add(&out, words(d, audience_words(value->field->audience)));
	}
	return buf_str(&out);
}

static bool
is_chosen(const struct value *value, struct str choice)
{
	return str_equal(value->text, choice) || str_list_has(&value->many, choice);
}

/* What the bot before us lost at the eleventh skill: as many as there are. */
static void
options_of(const struct desk *d, const struct value *value, struct slack_element *e)
{
	struct slack_option *options = ARENA_MANY(d->arena, value->choices.count + 1, struct slack_option);

	for (size_t i = 0; i < value->choices.count; i++) {
		const struct choice *choice = &value->choices.at[i];

		options[i] = (struct slack_option){ .value = choice->value, .text = words(d, choice->label), .description = words(d, choice->hint),
			.is_chosen = is_chosen(value, choice->value) };
	}
	e->options = options;
	e->option_count = value->choices.count;
}

static void
choice_element(const struct desk *d, const struct value *value, struct slack_element *e)
{
	bool is_many = value->field->type == FIELD_CHOICES;
	bool may_all = value->max == 0 || value->max >= (int64_t)value->choices.count;
	bool is_external = value->choices.count > SLACK_LIMIT_OPTIONS ||
	    (d->modal->external != NULL && str_list_has(d->modal->external, value->field->name));

	options_of(d, value, e);
	if (is_external)
		e->kind = is_many ? SLACK_MULTI_EXTERNAL : SLACK_EXTERNAL;
	else if (e->option_count <= SLACK_LIMIT_TICKS && (!is_many || may_all))
		e->kind = is_many ? SLACK_CHECKS : SLACK_RADIOS;
	else
		e->kind = is_many ? SLACK_MULTI : SLACK_SELECT;
	e->most = is_many ? value->max : 0;
}

static void
tick_element(const struct desk *d, const struct value *value, struct slack_element *e)
{
	struct slack_option *yes = ARENA_NEW(d->arena, struct slack_option);

	*yes = (struct slack_option){ .value = S("1"), .text = say(d->modal->language, N_("Yes")), .is_chosen = value->whole != 0 };
	e->kind = SLACK_CHECKS;
	e->options = yes;
	e->option_count = 1;
}

static void
week_element(const struct desk *d, const struct value *value, struct slack_element *e)
{
	static const char *const days[DAYS] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
		N_("Sunday") };
	static const char *const parts[PARTS] = { N_("morning"), N_("afternoon"), N_("evening") };
	struct slack_option *options = ARENA_MANY(d->arena, WEEK_OPTIONS, struct slack_option);

	for (size_t i = 0; i < WEEK_OPTIONS; i++) {
		struct buf number = buf_new(d->arena, 8);

		buf_whole(&number, (int64_t)i);
		options[i] = (struct slack_option){ .value = buf_str(&number), .is_chosen = (value->whole >> i & 1) != 0,
			.text = str_join(d->arena, 3, (struct str[]){ say(d->modal->language, days[i / PARTS]), S(" "),
			    say(d->modal->language, parts[i % PARTS]) }) };
	}
	e->kind = SLACK_MULTI;
	e->options = options;
	e->option_count = WEEK_OPTIONS;
}

/* The one zone that is known so far; all others are asked for by what is typed. */
static void
zone_element(const struct desk *d, const struct value *value, struct slack_element *e)
{
	struct slack_option *known = ARENA_NEW(d->arena, struct slack_option);

	*known = (struct slack_option){ .value = value->text, .text = value->text, .is_chosen = true };
	e->kind = SLACK_EXTERNAL;
	e->options = known;
	e->option_count = value->text.length > 0;
}

static void
text_element(const struct desk *d, const struct value *value, struct slack_element *e)
{
	const struct field *field = value->field;

	e->kind = field->type == FIELD_LONG_TEXT || field->type == FIELD_TEXTS ? SLACK_LINES : SLACK_TEXT;
	e->initial = value->text;
	if (field->type == FIELD_TEXTS) {
		struct str *lines = ARENA_MANY(d->arena, 2 * value->many.count + 1, struct str);

		e->action_id = S(SLACK_FIELD_LINES);
		for (size_t i = 0; i < value->many.count; i++) {
			lines[2 * i] = value->many.at[i];
			lines[2 * i + 1] = S("\n");
		}
		e->initial = str_trim(str_join(d->arena, 2 * value->many.count, lines));
		return;
	}
	/* Of an optional field Slack would ask for the least length too, and what we count (after trimming) is not what it counts. */
	e->least = field->is_required ? value->min : 0;
	e->most = value->max > 0 ? value->max : field->type == FIELD_TEXT ? LIMIT_LINE_CHARACTERS : LIMIT_TEXT_CHARACTERS;
}

static void
element_of(const struct desk *d, const struct value *value, struct slack_element *e)
{
	switch (value->field->type) {
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		choice_element(d, value, e);
		break;
	case FIELD_TICK:
		tick_element(d, value, e);
		break;
	case FIELD_WEEK:
		week_element(d, value, e);
		break;
	case FIELD_ZONE:
		zone_element(d, value, e);
		break;
	case FIELD_WHOLE:
		*e = (struct slack_element){ .kind = SLACK_NUMBER, .action_id = e->action_id, .initial = value->text, .least = value->min,
			.most = value->max };
		break;
	case FIELD_EMAIL:
	case FIELD_DATE:
	case FIELD_TIME:
		e->kind = value->field->type == FIELD_EMAIL ? SLACK_EMAIL : value->field->type == FIELD_DATE ? SLACK_DATE : SLACK_TIME;
		e->initial = value->text;
		break;
	default:
		text_element(d, value, e);
	}
}

/* Whether none of them must be given: then Slack lets the input be empty. */
static bool
is_optional(const struct value *value)
{
	return !value->field->is_required && !(value->field->type == FIELD_CHOICES && value->min > 0);
}

static void
field(struct desk *d, const struct value *value)
{
	struct slack_input input = { .block_id = value->field->name, .label = words(d, value->field->label), .hint = hint_of(d, value),
		.is_optional = is_optional(value), .is_told = !str_is_empty(d->modal->told) && str_equal(d->modal->told, value->field->name), .element = { .action_id = S(SLACK_FIELD) } };

	if (value_is_left_out(value))
		return;
	if (value->field->type == FIELD_HIDDEN)
		return;    /* in the view's private words, see collect_hidden() */
	if (value->field->type == FIELD_TOKEN) {
		slack_refuse(d->s);
		return;
	}
	element_of(d, value, &input.element);
	slack_input(d->s, &input);
	d->inputs++;
}

static enum outcome
collect_hidden(struct desk *d, struct str *out)
{
	size_t count = 0;

	for (size_t i = 0; i < d->modal->form_count; i++)
		count += d->modal->forms[i]->count;
	d->hidden.at = ARENA_MANY(d->arena, count + 1, struct pair);
	for (size_t i = 0; i < d->modal->form_count; i++)
		for (size_t k = 0; k < d->modal->forms[i]->count; k++) {
			const struct value *value = &d->modal->forms[i]->at[k];

			if (value->field->type == FIELD_HIDDEN)
				d->hidden.at[d->hidden.count++] = (struct pair){ value->field->name, value->text };
		}
	return slack_private_print(d->arena, &(struct slack_private){ d->modal->programme, d->modal->key, d->hidden }, out);
}

enum outcome
slack_modal_print(struct arena *arena, const struct slack_modal *modal, struct str *view)
{
	struct desk d = { .modal = modal, .arena = arena };
	struct slack_view head = { .callback_id = modal->callback_id, .title = words(&d, modal->title), .submit = words(&d, modal->submit),
		.close = say(modal->language, N_("Cancel")) };
	struct slack_surface s;

	TRY(collect_hidden(&d, &head.private_metadata));
	s = slack_view_start(arena, SLACK_MODAL, &head);
	d.s = &s;
	if (modal->intro.mrkdwn.length > 0)
		slack_context(&s, S("-intro"), 1, &modal->intro);
	for (size_t i = 0; i < modal->form_count; i++)
		for (size_t k = 0; k < modal->forms[i]->count; k++)
			field(&d, &modal->forms[i]->at[k]);
	if (d.inputs == 0)
		slack_refuse(&s);
	return slack_surface_end(&s, view);
}

struct str
slack_field_options(struct arena *arena, const struct value *value, struct str language, struct str typed)
{
	struct slack_option *found = ARENA_MANY(arena, SLACK_LIMIT_OPTIONS, struct slack_option);
	struct str wanted = text_folded(arena, typed);
	size_t count = 0;

	for (size_t i = 0; i < value->choices.count && count < SLACK_LIMIT_OPTIONS; i++) {
		struct str label = say(language, str_c(arena, value->choices.at[i].label));

		if (str_has(text_folded(arena, label), wanted))
			found[count++] = (struct slack_option){ .value = value->choices.at[i].value, .text = label };
	}
	return slack_options_print(arena, count, found);
}
