/* Forms and their values: starting, filling, asking. Reading is in read.c, markup in html.c. */
#include "forms/form.h"

#include "base/arena.h"
#include "base/check.h"
#include "forms/read.h"
#include "forms/say.h"
#include "secrets/backup_seal.h"

struct str
audience_words(enum audience audience)
{
	static const char *const words[AUDIENCE_COUNT] = {
		[AUDIENCE_NONE] = "",
		[AUDIENCE_SELF] = N_("Only you see this."),
		[AUDIENCE_COORDINATORS] = N_("You and the coordinators see this."),
		[AUDIENCE_MENTORS] = N_("Mentors of this programme see this, and the coordinators."),
		[AUDIENCE_CLAIMER] = N_("The mentor who takes your request sees this, and the coordinators."),
		[AUDIENCE_PAIR] = N_("The two of you see this, and the coordinators."),
		[AUDIENCE_MEMBERS] = N_("Members of this programme see this."),
		[AUDIENCE_MENTEE] = N_("The person who asked sees this."),
		[AUDIENCE_DESK] = N_("The mentee, the mentor and the coordinators see this."),
		[AUDIENCE_SIDE] = N_("You and the coordinators see this, and the other side of a claimed request."),
		[AUDIENCE_PERSON] = N_("The person and the coordinators see this."),
		[AUDIENCE_ADMINS] = N_("Administrators of this server see this."),
		[AUDIENCE_RESPONDERS] = N_("Only the safety responders who read this report see this."),
		[AUDIENCE_REVIEWERS] = N_("You, who reviews applications and the coordinators see this."),
		[AUDIENCE_PROJECT] = N_("You, who reviews applications, the contact of the project that you choose and the coordinators see this."),
		[AUDIENCE_READERS] = N_("Who reviews applications and the coordinators see this."),
		[AUDIENCE_EVERYBODY] = N_("Everybody sees this, also without signing in."),
		[AUDIENCE_REPORTER] = N_("Whoever reported sees this, and the safety responders who read it."),
	};

	check((unsigned)audience < AUDIENCE_COUNT);
	return str_from(words[audience]);
}

static void
ask_choices(struct arena *arena, const struct form_supply *supply, struct values *values, struct value *value)
{
	enum outcome said = supply->choices(supply->self, arena, value->field->name, &value->choices);

	if (values->trouble == OK)
		values->trouble = said;
}

struct values *
form_start(struct arena *arena, const struct form *form, const struct form_supply *supply)
{
	struct values *values = ARENA_NEW(arena, struct values);

	values->form = form;
	values->count = form->count;
	values->at = ARENA_MANY(arena, form->count + 1, struct value);
	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		struct value *value = &values->at[i];

		value->field = field;
		value->id = str_join(arena, 3, (struct str[]){ form->name, S("-"), field->name });
		value->choices = field->choices;
		value->min = field->min;
		value->max = field->max;
		if (supply == NULL)
			continue;
		if (field->choices.count == 0 && supply->choices != NULL && (field->type == FIELD_CHOICE || field->type == FIELD_CHOICES))
			ask_choices(arena, supply, values, value);
		if (supply->bounds != NULL)
			supply->bounds(supply->self, field->name, &value->min, &value->max);
	}
	return values;
}

struct str
form_tag(struct arena *arena, const struct values *values)
{
	struct hash_run *run = hash_start(arena);
	struct hash hash;

	for (size_t i = 0; i < values->count; i++) {
		const struct value *value = &values->at[i];

		hash_add(run, value->text);
		hash_add(run, S("\n"));
		hash_add(run, (struct str){ (const char *)&value->whole, sizeof(value->whole) });
		for (size_t k = 0; k < value->many.count; k++) {
			hash_add(run, value->many.at[k]);
			hash_add(run, S("\t"));
		}
		hash_add(run, S("\n"));
	}
	hash = hash_end(run);
	return str_head(hash_print(arena, &hash), HASH_BYTES);
}

enum outcome
form_read(struct arena *arena, const struct form *form, const struct form_supply *supply, const struct pairs *sent, struct values **out)
{
	struct values *values = form_start(arena, form, supply);

	for (size_t i = 0; i < values->count; i++) {
		field_read(arena, &values->at[i], sent);
		values->has_complaints = values->has_complaints || values->at[i].complaint.length > 0;
	}
	*out = values;
	if (values->trouble != OK)
		return values->trouble;
	return values->has_complaints ? BAD_INPUT : OK;
}

struct value *
form_value(struct values *values, const char *name)
{
	for (size_t i = 0; i < values->count; i++)
		if (str_equal(values->at[i].field->name, str_from(name)))
			return &values->at[i];
	check_failed("the form has this field", __FILE__, __LINE__);
}

struct str
form_text(struct values *values, const char *name)
{
	return form_value(values, name)->text;
}

int64_t
form_whole(struct values *values, const char *name)
{
	return form_value(values, name)->whole;
}

bool
form_tick(struct values *values, const char *name)
{
	return form_value(values, name)->whole != 0;
}

const struct str_list *
form_many(struct values *values, const char *name)
{
	return &form_value(values, name)->many;
}

void
form_set_text(struct values *values, const char *name, struct str text)
{
	form_value(values, name)->text = text;
}

void
form_set_whole(struct values *values, const char *name, int64_t whole)
{
	form_value(values, name)->whole = whole;
}

void
form_set_many(struct values *values, const char *name, struct str_list many)
{
	form_value(values, name)->many = many;
}

void
form_complain(struct values *values, const char *name, struct str sentence)
{
	form_value(values, name)->complaint = sentence;
	values->has_complaints = true;
}
