/* What can be pressed, chosen or filled in. */
#include "base/arena.h"
#include "formats/json.h"
#include "outside/slack/message_blocks.h"
#include "outside/slack/message_print.h"

/* How an element of each kind is written. */
static const struct look {
	const char *type;
	size_t options;             /* most of them; 0 = it has none of its own */
	const char *initial;        /* the member that holds what is chosen or written already */
	bool is_many, has_placeholder;
} looks[] = {
	[SLACK_OVERFLOW] = { "overflow", SLACK_LIMIT_OVERFLOW, NULL, false, false },
	[SLACK_RADIOS] = { "radio_buttons", SLACK_LIMIT_TICKS, "initial_option", false, false },
	[SLACK_CHECKS] = { "checkboxes", SLACK_LIMIT_TICKS, "initial_options", true, false },
	[SLACK_SELECT] = { "static_select", SLACK_LIMIT_OPTIONS, "initial_option", false, true },
	[SLACK_MULTI] = { "multi_static_select", SLACK_LIMIT_OPTIONS, "initial_options", true, true },
	[SLACK_EXTERNAL] = { "external_select", 0, "initial_option", false, true },
	[SLACK_MULTI_EXTERNAL] = { "multi_external_select", 0, "initial_options", true, true },
	[SLACK_TEXT] = { "plain_text_input", 0, "initial_value", false, true },
	[SLACK_LINES] = { "plain_text_input", 0, "initial_value", false, true },
	[SLACK_NUMBER] = { "number_input", 0, "initial_value", false, true },
	[SLACK_EMAIL] = { "email_text_input", 0, "initial_value", false, true },
	[SLACK_DATE] = { "datepicker", 0, "initial_date", false, true },
	[SLACK_TIME] = { "timepicker", 0, "initial_time", false, true },
};

static void
option(struct slack_surface *s, const struct slack_option *o)
{
	slack_comma(s);
	buf_char(&s->out, '{');
	slack_plain_member(s, "text", slack_clean(s->arena, o->text, false), SLACK_LIMIT_OPTION);
	slack_exact_member(s, "value", o->value, SLACK_LIMIT_OPTION_VALUE);
	if (o->description.length > 0)
		slack_plain_member(s, "description", slack_clean(s->arena, o->description, false), SLACK_LIMIT_OPTION);
	buf_char(&s->out, '}');
}

static void
options(struct slack_surface *s, const struct slack_element *e, const struct look *look)
{
	if (e->option_count == 0 || e->option_count > look->options)
		slack_refuse(s);
	slack_name(s, "options");
	buf_char(&s->out, '[');
	for (size_t i = 0; i < e->option_count && i < look->options; i++)
		option(s, &e->options[i]);
	buf_char(&s->out, ']');
}

/* Slack wants the chosen ones spelt exactly as among the options, and not at all where none is. */
static void
chosen(struct slack_surface *s, const struct slack_element *e, const struct look *look)
{
	size_t count = 0;

	for (size_t i = 0; i < e->option_count && (count == 0 || look->is_many); i++) {
		if (!e->options[i].is_chosen)
			continue;
		if (count++ == 0) {
			slack_name(s, look->initial);
			if (look->is_many)
				buf_char(&s->out, '[');
		}
		option(s, &e->options[i]);
	}
	if (count > 0 && look->is_many)
		buf_char(&s->out, ']');
}

static void
number_bounds(struct slack_surface *s, const struct slack_element *e)
{
	struct buf number = buf_new(s->arena, 32);
	size_t least;

	slack_flag_member(s, "is_decimal_allowed", false);
	if (e->least == 0 && e->most == 0)
		return;
	buf_whole(&number, e->least);
	least = number.length;
	slack_text_member(s, "min_value", buf_str(&number));
	if (e->most > e->least) {
		buf_whole(&number, e->most);
		slack_text_member(s, "max_value", str_skip(buf_str(&number), least));
	}
}

static void
text_bounds(struct slack_surface *s, const struct slack_element *e)
{
	int64_t most = e->most > 0 && e->most < SLACK_LIMIT_INPUT ? e->most : SLACK_LIMIT_INPUT;

	slack_flag_member(s, "multiline", e->kind == SLACK_LINES);
	if (e->least > 0)
		slack_whole_member(s, "min_length", e->least < most ? e->least : most);
	slack_whole_member(s, "max_length", most);
}

static void
bounds(struct slack_surface *s, const struct slack_element *e, const struct look *look)
{
	if (e->kind == SLACK_NUMBER) {
		number_bounds(s, e);
	} else if (e->kind == SLACK_TEXT || e->kind == SLACK_LINES) {
		text_bounds(s, e);
		return;
	}
	if (look->is_many && e->kind != SLACK_CHECKS && e->most > 0)
		slack_whole_member(s, "max_selected_items", e->most);
	if (e->kind == SLACK_EXTERNAL || e->kind == SLACK_MULTI_EXTERNAL)
		slack_whole_member(s, "min_query_length", 0);    /* else Slack asks from the third letter on, and shows nothing before */
}

static void
element(struct slack_surface *s, const struct slack_element *e)
{
	const struct look *look = &looks[e->kind];
	bool is_written = e->kind >= SLACK_TEXT;

	slack_comma(s);
	buf_char(&s->out, '{');
	slack_text_member(s, "type", str_from(look->type));
	slack_exact_member(s, "action_id", e->action_id, SLACK_LIMIT_ID);
	if (look->options > 0)
		options(s, e, look);
	bounds(s, e, look);
	if (look->initial != NULL && !is_written)
		chosen(s, e, look);
	else if (is_written && e->initial.length > 0)
		slack_text_member(s, look->initial, slack_cut(s->arena, slack_clean(s->arena, e->initial, true), SLACK_LIMIT_INPUT));
	if (look->has_placeholder && e->placeholder.length > 0)
		slack_plain_member(s, "placeholder", slack_clean(s->arena, e->placeholder, false), SLACK_LIMIT_PLACEHOLDER);
	buf_char(&s->out, '}');
}

void
slack_actions_open(struct slack_surface *s, struct str block_id)
{
	if (!slack_block_open(s, "actions", block_id))
		return;
	slack_name(s, "elements");
	buf_char(&s->out, '[');
	s->elements = 0;
	s->is_list_open = true;
}

void
slack_actions_close(struct slack_surface *s)
{
	if (!s->is_list_open)
		return;
	if (s->elements == 0)
		slack_refuse(s);
	slack_raw(s, "]}");
	s->is_list_open = false;
}

/* Whether one more may stand in the open row. */
static bool
has_room(struct slack_surface *s, struct str action_id)
{
	if (!s->is_list_open || s->elements >= SLACK_LIMIT_ACTIONS) {
		slack_refuse(s);
		return false;
	}
	for (size_t i = 0; i < s->elements; i++)
		if (str_equal(s->action_ids[i], action_id))
			slack_refuse(s);
	s->action_ids[s->elements++] = action_id;
	return true;
}

static void
confirm_member(struct slack_surface *s, const struct slack_confirm *c)
{
	slack_name(s, "confirm");
	buf_char(&s->out, '{');
	slack_plain_member(s, "title", c->title, SLACK_LIMIT_CONFIRM_TITLE);
	slack_plain_member(s, "text", c->text, SLACK_LIMIT_CONFIRM_TEXT);
	slack_plain_member(s, "confirm", c->confirm, SLACK_LIMIT_CONFIRM_BUTTON);
	slack_plain_member(s, "deny", c->deny, SLACK_LIMIT_CONFIRM_BUTTON);
	buf_char(&s->out, '}');
}

static void
button(struct slack_surface *s, const struct slack_button *b)
{
	slack_comma(s);
	buf_char(&s->out, '{');
	slack_text_member(s, "type", S("button"));
	slack_exact_member(s, "action_id", b->action_id, SLACK_LIMIT_ID);
	slack_plain_member(s, "text", slack_clean(s->arena, b->text, false), SLACK_LIMIT_BUTTON);
	if (b->value.length > 0)
		slack_exact_member(s, "value", b->value, SLACK_LIMIT_VALUE);
	if (b->url.length > 0)
		slack_exact_member(s, "url", b->url, SLACK_LIMIT_URL);
	if (b->is_primary || b->is_danger)
		slack_text_member(s, "style", b->is_primary ? S("primary") : S("danger"));
	if (b->spoken.length > 0)
		slack_text_member(s, "accessibility_label", slack_cut(s->arena, slack_clean(s->arena, b->spoken, false), SLACK_LIMIT_SPOKEN));
	if (b->confirm != NULL)
		confirm_member(s, b->confirm);
	buf_char(&s->out, '}');
}

void
slack_button(struct slack_surface *s, const struct slack_button *b)
{
	if (has_room(s, b->action_id))
		button(s, b);
}

void
slack_menu(struct slack_surface *s, const struct slack_element *e)
{
	if (!has_room(s, e->action_id))
		return;
	if (e->kind >= SLACK_TEXT)
		slack_refuse(s);    /* Slack takes no text fields outside of inputs */
	element(s, e);
}

void
slack_section_button(struct slack_surface *s, struct str block_id, struct slack_text text, const struct slack_button *b)
{
	if (!slack_block_open(s, "section", block_id))
		return;
	slack_name(s, "text");
	slack_mrkdwn(s, text, SLACK_LIMIT_SECTION);
	slack_name(s, "accessory");
	button(s, b);
	buf_char(&s->out, '}');
}

void
slack_input(struct slack_surface *s, const struct slack_input *i)
{
	if (s->kind != SLACK_MODAL || i->element.kind == SLACK_OVERFLOW)
		slack_refuse(s);
	if (!slack_block_open(s, "input", i->block_id))
		return;
	slack_plain_member(s, "label", i->label, SLACK_LIMIT_LABEL);
	if (i->hint.length > 0)
		slack_plain_member(s, "hint", i->hint, SLACK_LIMIT_LABEL);
	if (i->is_optional)
		slack_flag_member(s, "optional", true);
	if (i->is_told)
		slack_flag_member(s, "dispatch_action", true);
	slack_name(s, "element");
	element(s, &i->element);
	buf_char(&s->out, '}');
}

struct str
slack_options_print(struct arena *arena, size_t count, const struct slack_option *at)
{
	struct slack_surface s = { .arena = arena, .out = buf_new(arena, SLACK_LIMIT_VIEW_BYTES), .kind = SLACK_MODAL, .said = OK };

	slack_raw(&s, "{\"options\":[");
	for (size_t i = 0; i < count && i < SLACK_LIMIT_OPTIONS; i++)
		option(&s, &at[i]);
	slack_raw(&s, "]}");
	return s.said == OK && !s.out.is_overflown ? buf_str(&s.out) : S("{\"options\":[]}");
}

struct str
slack_answer_view(struct arena *arena, const char *action, struct str view)
{
	struct buf out = buf_new(arena, SLACK_LIMIT_VIEW_BYTES + 128);

	buf_add(&out, S("{\"response_action\":"));
	json_quote(&out, str_from(action));
	if (view.length > 0) {
		buf_add(&out, S(",\"view\":"));
		buf_add(&out, view);
	}
	buf_char(&out, '}');
	return buf_str(&out);
}
