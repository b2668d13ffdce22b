/* Coming in by oneself, where a programme shows its front page to everybody: a name and an address, and a link to that address proves it. */
#include "access/access.h"
#include "access/layout.h"
#include "formats/text.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/people.h"
#include "people/views.h"

/* Where somebody goes on who has come in. */
static struct str
way_on(struct visit *v)
{
	return v->programme->form_count > 0 ? url_join_show(v->arena, v->programme->slug) : url_programme_show(v->arena, v->programme->slug);
}

enum outcome
come_show(struct visit *v)
{
	struct come_view view = { .programme = v->programme, .form = visit_values(v, &come_form, NULL), .is_signed_in = visit_may(v, WHO_SIGNED_IN) };
	struct page page;

	if (visit_may(v, WHO_MEMBER))
		return visit_see_other(v, way_on(v), S(""));
	page = visit_page(v);
	page_come(&page, &view);
	return OK;
}

/* Somebody whom the server knows comes in behind their own sign-in alone: an address that anybody may type makes nobody a member. */
static enum outcome
make_newcomer(struct visit *v)
{
	struct person_wish wish = {
		.name = text_one_line(v->arena, form_text(v->form, "name")), .email = form_text(v->form, "email"), .zone = form_text(v->form, "zone"),
	};
	struct person_id person;
	enum outcome said = person_by_email(v, wish.email, &person);

	if (said != NOT_FOUND)
		return said;
	TRY(person_make(v, &wish, &person));
	TRY(person_join(v, v->programme->id, person));
	return event_say(v, S("person-came"), &(struct event_facts){ .person = person });
}

enum outcome
come_ask(struct visit *v)
{
	TRY(make_newcomer(v));
	TRY(way_in_mail(v, form_text(v->form, "email"), url_come_show(v->arena, v->programme->slug)));
	return visit_see_other(v, url_login_sent_show(v->arena), S(""));
}

enum outcome
come_in(struct visit *v)
{
	if (!visit_may(v, WHO_SIGNED_IN))
		return SIGN_IN_FIRST;
	if (!visit_may(v, WHO_MEMBER)) {
		TRY(person_join(v, v->programme->id, v->who.id));
		TRY(event_say(v, S("person-came"), &(struct event_facts){ .person = v->who.id }));
	}
	return visit_see_other(v, way_on(v), S("came-in"));
}
