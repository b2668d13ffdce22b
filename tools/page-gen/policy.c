/* What HTML of ours must not hold, whatever a template's writer meant: scripts and styles inside the page (the content
 * security policy would stop them anyway), posts without a token, words that nobody can translate. */
#include "gen.h"

#include "formats/text.h"

static bool
is_one_of(struct str name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(name, str_from(list[i])))
			return true;
	return false;
}

#define ONE_OF(name, list) is_one_of((name), (list), sizeof(list) / sizeof((list)[0]))

bool
is_url_attribute(struct str name)
{
	static const char *const list[] = { "href", "src", "action", "formaction", "poster", "cite", "data", "ping",
		"hx-get", "hx-post", "hx-put", "hx-delete", "hx-push-url" };

	return ONE_OF(name, list);
}

/* Attributes that people see or hear; value is one on some inputs, see check_tag(). */
bool
is_spoken_attribute(struct str name)
{
	static const char *const list[] = { "title", "aria-label", "aria-description", "aria-valuetext", "aria-placeholder",
		"aria-roledescription", "placeholder", "alt", "label", "summary", "data-label" };

	return ONE_OF(name, list);
}

bool
is_void_element(struct str name)
{
	static const char *const list[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
		"track", "wbr" };

	return ONE_OF(name, list);
}

void
check_attribute(struct unit *u, size_t at, struct str name)
{
	static const char *const evaluated[] = { "hx-confirm", "hx-boost", "hx-vals", "hx-vars", "hx-headers", "srcdoc" };

	if (str_starts(name, S("on")) || str_starts(name, S("hx-on")))
		refuse(u->source, at, "attribute \"%.*s\" is refused: scripts stand in assets/", STR_FORMAT(name));
	if (str_equal(name, S("style")))
		refuse(u->source, at, "attribute \"style\" is refused: use a class");
	if (ONE_OF(name, evaluated))
		refuse(u->source, at, "attribute \"%.*s\" is refused", STR_FORMAT(name));
}

void
check_tag(struct unit *u, size_t at)
{
	static const char *const machine_values[] = { "hidden", "radio", "checkbox", "date", "time", "number" };
	const struct tag_facts *facts = &u->facts;

	if (str_equal(u->place.tag, S("button")) && !facts->has_type)
		refuse(u->source, at, "a button without type");
	if (str_equal(u->place.tag, S("form")) && str_equal_ascii_case(facts->method, S("post")))
		refuse(u->source, at, "a form that posts is written {form handler(…)}…{end}, so that it carries its token");
	if (str_equal(u->place.tag, S("input")) && facts->has_wordy_value && !ONE_OF(facts->type, machine_values))
		refuse(u->source, at, "text without {say} in attribute \"value\"");
}

static bool
is_in_code(const struct unit *u)
{
	for (size_t i = 0; i < u->element_count; i++)
		if (str_equal(u->elements[i].name, S("code")) || str_equal(u->elements[i].name, S("pre")))
			return true;
	return false;
}

/* Text without its character references. */
static bool
has_words(struct str text)
{
	while (text.length > 0) {
		size_t cut = str_find(text, '&');

		if (text_has_letters(str_head(text, cut)))
			return true;
		text = str_skip(text, cut);
		if (text.length > 0 && str_find(text, ';') < 12)
			text = str_skip(text, str_find(text, ';') + 1);
		else
			text = str_skip(text, 1);
	}
	return false;
}

void
check_words(struct unit *u, size_t at, struct str text)
{
	if (!has_words(text))
		return;
	if (u->place.where == IN_TEXT && !is_in_code(u))
		refuse(u->source, at, "text without {say}: \"%.*s\"", STR_FORMAT(text_head(str_trim(text), 40)));
	if (u->place.where != IN_VALUE)
		return;
	if (is_spoken_attribute(u->place.attribute))
		refuse(u->source, at, "text without {say} in attribute \"%.*s\"", STR_FORMAT(u->place.attribute));
	if (str_equal(u->place.attribute, S("value")))
		u->facts.has_wordy_value = true;
}
