/* Skills of a request: the wizard and the API read them the same way. */
#include "requests/skills.h"

#include "base/buf.h"
#include "formats/text.h"

enum { NAMES_BYTES = 600 };

bool
skill_set_add(struct visit *v, struct skill_set *set, struct str name, const char *field)
{
	const struct skill *skill;

	name = text_trim(name);
	if (str_is_empty(name))
		return true;
	skill = programme_skill_by_name(v->programme, v->arena, name);
	if (skill == NULL) {
		form_complain(v->form, field, str_join(v->arena, 3, (struct str[]){
		    S("“"), name, S("” is not in our list. Choose the nearest one, or say it in the details.") }));
		return false;
	}
	for (size_t i = 0; i < set->count; i++)
		if (skill_id_equal(set->at[i]->id, skill->id))
			return true;
	if (set->count < SKILLS_MOST)
		set->at[set->count++] = skill;
	return true;
}

bool
skill_set_is_fine(struct visit *v, const struct skill_set *set, bool is_unsure)
{
	if (set->count > (size_t)v->programme->settings.skills_max) {
		form_complain(v->form, "skills", S("That is more than we can match well. Choose the ones that matter most."));
		return false;
	}
	if (set->count == 0 && !is_unsure) {
		form_complain(v->form, "skills", S("Choose at least one skill, or tick “I am not sure”."));
		return false;
	}
	return true;
}

struct str
skill_set_names(struct visit *v, const struct skill_set *set)
{
	struct buf names = buf_new(v->arena, NAMES_BYTES);

	for (size_t i = 0; i < set->count; i++) {
		if (i > 0)
			buf_add(&names, S(", "));
		buf_add(&names, set->at[i]->name);
	}
	return buf_str(&names);
}
