/* Forms as HTML (UX.md 8): label, hint, audience and complaint around each control, all escaped here. */
#include "base/check.h"
#include "formats/html.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/form.h"
#include "forms/page.h"
#include "forms/read.h"
#include "forms/say.h"

enum { RADIOS_MOST = 7, COUNTED_FROM = 60 };

static void
put(struct page *page, const char *markup)
{
	buf_add(page->out, str_from(markup));
}

static void
put_sentence(struct page *page, struct str sentence)
{
	if (sentence.length > 0)
		html_text(page->out, say(page->language, str_c(page->arena, sentence)));
}

static void
put_attribute(struct page *page, const char *name, struct str value)
{
	put(page, " ");
	put(page, name);
	put(page, "=\"");
	html_text(page->out, value);
	put(page, "\"");
}

static bool
is_group(const struct value *value)
{
	enum field_type type = value->field->type;

	return type == FIELD_CHOICES || type == FIELD_WEEK || (type == FIELD_CHOICE && value->choices.count <= RADIOS_MOST);
}

static bool
has_hint(const struct value *value)
{
	return value->field->hint.length > 0 || value->field->audience != AUDIENCE_NONE;
}

/* What stands before the control: hint with audience, then the complaint. */
static void
put_notes(struct page *page, const struct value *value)
{
	if (has_hint(value)) {
		put(page, "<p class=\"hint\" id=\"");
		html_text(page->out, value->id);
		put(page, "-hint\">");
		if (value->field->hint.length > 0)
			page_say(page, str_c(page->arena, value->field->hint), 1, (struct page_pair[]){ page_pair("max", value->max) });
		if (value->field->hint.length > 0 && value->field->audience != AUDIENCE_NONE)
			put(page, " ");
		if (value->field->audience != AUDIENCE_NONE) {
			put(page, "<span class=\"audience\">");
			put_sentence(page, audience_words(value->field->audience));
			put(page, "</span>");
		}
		put(page, "</p>\n");
	}
	if (value->complaint.length > 0) {
		put(page, "<p class=\"error\" id=\"");
		html_text(page->out, value->id);
		put(page, "-error\"><span class=\"vh\">");
		put_sentence(page, S("Error:"));
		put(page, " </span>");
		put_sentence(page, value->complaint);
		put(page, "</p>\n");
	}
}

static void
put_described(struct page *page, const struct value *value)
{
	if (value->complaint.length > 0)
		put(page, " aria-invalid=\"true\"");
	if (!has_hint(value) && value->complaint.length == 0)
		return;
	put(page, " aria-describedby=\"");
	if (has_hint(value)) {
		html_text(page->out, value->id);
		put(page, "-hint");
	}
	if (value->complaint.length > 0) {
		put(page, has_hint(value) ? " " : "");
		html_text(page->out, value->id);
		put(page, "-error");
	}
	put(page, "\"");
}

static void
put_number(struct page *page, const char *name, int64_t number)
{
	put(page, " ");
	put(page, name);
	put(page, "=\"");
	html_whole(page->out, number);
	put(page, "\"");
}

static void
put_control_names(struct page *page, const struct value *value)
{
	put_attribute(page, "id", value->id);
	put_attribute(page, "name", value->field->name);
	put_described(page, value);
	if (value->field->is_required)
		put(page, " required");
}

/* The line that the script keeps up to date. It stands there from the start, since a page whose parts move is hard to press. */
static void
put_count(struct page *page, const struct value *value)
{
	put(page, "<p class=\"count\">");
	buf_whole(page->out, (int64_t)text_length(value->text));
	put(page, " / ");
	buf_whole(page->out, value->max);
	put(page, "</p>");
}

static void
put_textarea(struct page *page, const struct value *value)
{
	put(page, "<textarea rows=\"6\"");
	put_control_names(page, value);
	if (value->max > 0)
		put_number(page, "data-count", value->max);
	put(page, ">\n");
	html_text(page->out, value->text);
	put(page, "</textarea>");
	if (value->max > 0)
		put_count(page, value);
}

static const char *
input_type(enum field_type type)
{
	switch (type) {
	case FIELD_WHOLE:
		return "number";
	case FIELD_EMAIL:
		return "email";
	case FIELD_LINK:
		return "url";
	case FIELD_DATE:
		return "date";
	case FIELD_TIME:
		return "time";
	default:
		return "text";
	}
}

static void
put_zones(struct page *page)
{
	const struct str_list *names = zone_names();

	put(page, "<datalist id=\"zones\">");
	for (size_t i = 0; i < names->count; i++) {
		put(page, "<option");
		put_attribute(page, "value", names->at[i]);
		put(page, ">");
	}
	put(page, "</datalist>");
}

/* What was typed stands in the text; a number that fills a form for an edit does not. */
static void
put_whole(struct page *page, const struct value *value)
{
	put_number(page, "min", value->min);
	if (value->max > 0)
		put_number(page, "max", value->max);
	if (value->text.length == 0 && value->whole != 0)
		put_number(page, "value", value->whole);
}

static void
put_input(struct page *page, const struct value *value)
{
	enum field_type type = value->field->type;
	bool is_counted = type == FIELD_TEXT && value->max >= COUNTED_FROM;

	put(page, "<input");
	put_attribute(page, "type", str_from(input_type(type)));
	put_control_names(page, value);
	if (type == FIELD_TEXT && value->max > 0)
		put_number(page, "maxlength", value->max);
	if (is_counted)
		put_number(page, "data-count", value->max);
	if (type == FIELD_WHOLE)
		put_whole(page, value);
	if (type == FIELD_ZONE)
		put(page, " list=\"zones\"");
	if (value->field->autocomplete.length > 0)
		put_attribute(page, "autocomplete", value->field->autocomplete);
	if (value->text.length > 0)
		put_attribute(page, "value", value->text);
	put(page, ">");
	if (is_counted)
		put_count(page, value);
	if (type == FIELD_ZONE)
		put_zones(page);
}

static void
put_select(struct page *page, const struct value *value)
{
	put(page, "<select");
	put_control_names(page, value);
	put(page, "><option value=\"\">");
	put_sentence(page, str_from(value->field->is_required ? N_("Choose one") : value->field->audience == AUDIENCE_REVIEWERS || value->field->audience == AUDIENCE_PROJECT ? N_("No answer") : N_("Nobody and nothing in particular")));
	put(page, "</option>");
	for (size_t i = 0; i < value->choices.count; i++) {
		const struct choice *choice = &value->choices.at[i];

		put(page, "<option");
		put_attribute(page, "value", choice->value);
		if (str_equal(choice->value, value->text))
			put(page, " selected");
		put(page, ">");
		put_sentence(page, choice->label);
		put(page, "</option>\n");
	}
	put(page, "</select>");
}

/* One radio or checkbox with its label; the first has the field's own id, so that the summary's link finds it. */
static void
put_option(struct page *page, const struct value *value, size_t index, bool is_on)
{
	const struct choice *choice = &value->choices.at[index];
	struct buf id = buf_new(page->arena, 200);

	buf_add(&id, value->id);
	if (index > 0)
		buf_format(&id, "-%zu", index);
	put(page, "<div class=\"option\"><input");
	put_attribute(page, "type", value->field->type == FIELD_CHOICE ? S("radio") : S("checkbox"));
	put_attribute(page, "id", buf_str(&id));
	put_attribute(page, "name", value->field->name);
	put_attribute(page, "value", choice->value);
	if (is_on)
		put(page, " checked");
	put(page, "><label");
	put_attribute(page, "for", buf_str(&id));
	put(page, ">");
	put_sentence(page, choice->label);
	put(page, "</label>");
	if (choice->hint.length > 0) {
		put(page, "<p class=\"hint\">");
		put_sentence(page, choice->hint);
		put(page, "</p>");
	}
	put(page, "</div>\n");
}

static void
put_options(struct page *page, const struct value *value)
{
	bool is_many = value->field->type == FIELD_CHOICES;

	put(page, value->choices.count > RADIOS_MOST ? "<div class=\"options many\">\n" : "<div class=\"options\">\n");
	for (size_t i = 0; i < value->choices.count; i++) {
		struct str word = value->choices.at[i].value;

		put_option(page, value, i, is_many ? str_list_has(&value->many, word) : str_equal(word, value->text));
	}
	put(page, "</div>\n");
}

static void
put_week_part(struct page *page, const struct value *value, unsigned part, const char *day, const char *time)
{
	struct buf id = buf_new(page->arena, 200);

	buf_add(&id, value->id);
	if (part > 0)
		buf_format(&id, "-%u", part);
	put(page, "<td><label><input type=\"checkbox\"");
	put_attribute(page, "id", buf_str(&id));
	put_attribute(page, "name", value->field->name);
	put_number(page, "value", part);
	if ((value->whole >> part & 1) != 0)
		put(page, " checked");
	put(page, "><span class=\"vh\">");
	put_sentence(page, str_from(day));
	put(page, " ");
	put_sentence(page, str_from(time));
	put(page, "</span></label></td>");
}

static void
put_week(struct page *page, const struct value *value)
{
	static const char *const days[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday") };
	static const char *const times[] = { N_("morning"), N_("afternoon"), N_("evening") };

	put(page, "<table class=\"week\"><thead><tr><td></td>");
	for (size_t i = 0; i < ARRAY_LENGTH(times); i++) {
		put(page, "<th scope=\"col\">");
		put_sentence(page, str_from(times[i]));
		put(page, "</th>");
	}
	put(page, "</tr></thead><tbody>\n");
	for (unsigned day = 0; day < ARRAY_LENGTH(days); day++) {
		put(page, "<tr><th scope=\"row\">");
		put_sentence(page, str_from(days[day]));
		put(page, "</th>");
		for (unsigned time = 0; time < ARRAY_LENGTH(times); time++)
			put_week_part(page, value, day * (unsigned)ARRAY_LENGTH(times) + time, days[day], times[time]);
		put(page, "</tr>\n");
	}
	put(page, "</tbody></table>\n");
}

static void
put_group(struct page *page, const struct value *value)
{
	put(page, "<fieldset class=\"field\"");
	put_described(page, value);
	put(page, "><legend>");
	put_sentence(page, value->field->label);
	put(page, "</legend>\n");
	put_notes(page, value);
	if (value->field->type == FIELD_WEEK)
		put_week(page, value);
	else
		put_options(page, value);
	put(page, "</fieldset>\n");
}

static void
put_label(struct page *page, const struct value *value)
{
	put(page, "<label");
	put_attribute(page, "for", value->id);
	put(page, ">");
	put_sentence(page, value->field->label);
	put(page, "</label>\n");
}

static void
put_tick(struct page *page, const struct value *value)
{
	put(page, "<div class=\"field tick\">");
	if (value->complaint.length > 0 || has_hint(value))
		put_notes(page, value);
	put(page, "<div class=\"option\"><input type=\"checkbox\" value=\"1\"");
	put_control_names(page, value);
	if (value->whole != 0)
		put(page, " checked");
	put(page, ">");
	put_label(page, value);
	put(page, "</div></div>\n");
}

/* Nobody types it, but a value that the handler refuses must not be refused in silence. */
static void
put_carried(struct page *page, const struct value *value)
{
	if (value->complaint.length > 0)
		put_notes(page, value);
	put(page, "<input type=\"hidden\"");
	put_attribute(page, "name", value->field->name);
	put_attribute(page, "value", value->text);
	put(page, ">\n");
}

/* A question whose answers are the programme's data, of which it has none, and that may stay open: nobody is asked. */
static bool
has_nothing_to_choose(const struct value *value)
{
	enum field_type type = value->field->type;

	return (type == FIELD_CHOICE || type == FIELD_CHOICES) && value->choices.count == 0 && !value->field->is_required && value->complaint.length == 0;
}

static void
put_field(struct page *page, const struct value *value)
{
	enum field_type type = value->field->type;

	if (value_is_left_out(value) || has_nothing_to_choose(value))
		return;
	if (type == FIELD_TOKEN || type == FIELD_HIDDEN) {
		put_carried(page, value);
		return;
	}
	if (type == FIELD_TICK) {
		put_tick(page, value);
		return;
	}
	if (is_group(value)) {
		put_group(page, value);
		return;
	}
	put(page, "<div class=\"field\">");
	put_label(page, value);
	put_notes(page, value);
	if (type == FIELD_LONG_TEXT)
		put_textarea(page, value);
	else if (type == FIELD_CHOICE)
		put_select(page, value);
	else
		put_input(page, value);
	put(page, "</div>\n");
}

void
form_fields_html(struct page *page, struct values *values)
{
	for (size_t i = 0; i < values->count; i++)
		put_field(page, &values->at[i]);
}

void
form_field_html(struct page *page, struct values *values, const char *name)
{
	put_field(page, form_value(values, name));
}

void
form_summary_html(struct page *page, struct values *values)
{
	if (!values->has_complaints)
		return;
	put(page, "<div class=\"summary\" role=\"alert\" tabindex=\"-1\" autofocus><h2>");
	put_sentence(page, S("There is a problem"));
	put(page, "</h2><ul>");
	for (size_t i = 0; i < values->count; i++) {
		if (values->at[i].complaint.length == 0)
			continue;
		put(page, "<li><a href=\"#");
		html_text(page->out, values->at[i].id);
		put(page, "\">");
		put_sentence(page, values->at[i].complaint);
		put(page, "</a></li>");
	}
	put(page, "</ul></div>\n");
}
