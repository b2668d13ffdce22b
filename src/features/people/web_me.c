/* Oneself: name, zone, languages, and how pages look. */
#include "access/layout.h"
#include "base/check.h"
#include "formats/text.h"
#include "forms/language.h"
#include "forms/say.h"
#include "http/routes.h"
#include "people/directory.h"
#include "people/form.h"
#include "people/links.h"
#include "people/pages.h"
#include "people/store.h"
#include "people/views.h"

enum { DECISIONS_MOST = 50 };

struct str
people_decision_words(const struct page *page, enum sanction_measure measure)
{
	static const char *const words[] = {
		[SANCTION_MEASURE_NONE] = "", [SANCTION_MEASURE_WARNING] = N_("A warning"), [SANCTION_MEASURE_SUSPENSION] = N_("You are suspended"),
		[SANCTION_MEASURE_REMOVAL] = N_("Your part in the programme is ended"), [SANCTION_MEASURE_MENTOR_LOST] = N_("The role of mentor is taken away from you"),
	};

	check((size_t)measure < ARRAY_LENGTH(words));
	return say(page->language, words[measure]);
}

struct moment
people_last_of(struct moment until_at)
{
	return moment_plus(until_at, -US_PER_SECOND);
}

/* The form as what is stored fills it. */
static enum outcome
stored(struct visit *v, struct values **out, struct str *email)
{
	struct values *form = form_start(v->arena, &me_form, NULL);
	struct me_of_row row;

	TRY(me_of(v->db, v->arena, v->who.id, &row));
	*email = row.email;
	form_set_text(form, "name", row.name);
	form_set_text(form, "pronouns", row.pronouns);
	form_set_text(form, "initials", row.initials);
	form_set_text(form, "title", row.title);
	form_set_text(form, "company", row.company);
	form_set_text(form, "links", row.links);
	form_set_text(form, "about", row.about);
	form_set_text(form, "zone", row.zone);
	form_set_whole(form, "shows_zone", row.shows_zone);
	form_set_text(form, "languages", row.languages);
	form_set_text(form, "language", str_is_empty(row.language) ? S("browser") : row.language);
	form_set_text(form, "theme", row.theme == PERSON_THEME_NONE ? S("system") : person_theme_name(row.theme));
	form_set_whole(form, "has_keys", row.has_keys);
	*out = form;
	return OK;
}

enum outcome
me_show(struct visit *v)
{
	struct me_view view = { 0 };
	struct values *present;
	struct page page;

	TRY(stored(v, &present, &view.email));
	TRY(decisions_about(v->db, v->arena, v->who.id, DECISIONS_MOST, &view.decisions));
	view.form = visit_is_again(v, &me_form) ? visit_values(v, &me_form, NULL) : present;
	view.email_form = visit_values(v, &email_form, NULL);
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_me(&page, &view);
	return OK;
}

static enum outcome
describe(struct visit *v)
{
	const char *complaint;
	struct str links = links_read(v->arena, form_text(v->form, "links"), &complaint);
	int64_t changed;

	if (complaint != NULL) {
		form_complain(v->form, "links", str_from(complaint));
		return BAD_INPUT;
	}
	return me_describe(v->db, &(struct me_describe_values){ .id = v->who.id, .initials = text_one_line(v->arena, form_text(v->form, "initials")),
	    .title = text_one_line(v->arena, form_text(v->form, "title")), .company = text_one_line(v->arena, form_text(v->form, "company")),
	    .links = links, .about = form_text(v->form, "about") }, &changed);
}

enum outcome
me_save(struct visit *v)
{
	struct str name = text_one_line(v->arena, form_text(v->form, "name"));
	enum person_theme theme = PERSON_THEME_NONE;
	struct values *present;
	struct str email;
	struct str language = form_text(v->form, "language");
	int64_t changed;

	TRY(stored(v, &present, &email));
	TRY(visit_has_seen(v, present));
	if (!person_theme_read(form_text(v->form, "theme"), &theme))
		theme = PERSON_THEME_NONE;    /* "system" */
	TRY(me_change(v->db, &(struct me_change_values){
	    .id = v->who.id, .name = name, .name_folded = text_folded(v->arena, name), .zone = form_text(v->form, "zone"),
	    .languages = form_text(v->form, "languages"), .pronouns = form_text(v->form, "pronouns"), .theme = theme,
	    .has_keys = form_tick(v->form, "has_keys"), .shows_zone = form_tick(v->form, "shows_zone"),
	    .language = language_is_known(language) ? language : S("") }, &changed));
	TRY(describe(v));
	TRY(listing_of_person(v, v->who.id));
	TRY(event_say(v, S("profile-saved"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_me_show(v->arena), S("saved"));
}
