/* An administrator by the operator's hand: what the first set-up does on a page, for whoever has a shell and a programme's file. */
#include "admin/admin.h"
#include "admin/form.h"
#include "admin/store.h"
#include "base/arena.h"
#include "base/check.h"
#include "people/people.h"
#include "programmes/programmes.h"

enum outcome
admin_make(struct visit *v, struct values *form, struct person_id *out)
{
	struct person_wish wish = {
		.name = form_text(form, "name"), .email = form_text(form, "email"), .zone = form_text(form, "zone"), .is_admin = true,
	};
	int64_t changed;

	TRY(person_make(v, &wish, out));
	return person_set_admin(v->db, *out, &changed);    /* the address may have had an account without that right */
}

enum outcome
admin_coordinates(struct visit *v, struct str slug, struct person_id admin)
{
	struct programme_of_slug_row programme;

	TRY(programme_of_slug(v->db, v->arena, slug, &programme));
	TRY(person_join(v, programme.id, admin));
	return role_give(v, programme.id, admin, ROLE_ROLE_COORDINATOR);
}

/* The first complaint, with the name of what it is about. */
static struct str
complaint_of(struct arena *arena, const struct values *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (!str_is_empty(form->at[i].complaint))
			return str_join(arena, 3, (struct str[]){ form->at[i].field->name, S(": "), form->at[i].complaint });
	return S("");
}

enum outcome
admin_create(struct visit *v, const struct pairs *sent, struct str programme, struct str *complaint)
{
	struct person_id person;
	struct values *form;
	enum outcome said = form_read(v->arena, &admin_form, NULL, sent, &form);

	*complaint = complaint_of(v->arena, form);
	TRY(said);
	TRY(admin_make(v, form, &person));
	if (!str_is_empty(programme))
		TRY(admin_coordinates(v, programme, person));
	return event_say(v, S("set-up"), &(struct event_facts){ .person = person });
}
