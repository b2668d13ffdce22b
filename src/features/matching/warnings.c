/* The named rules for missing data, as warnings: each with the id of the person whose data is missing. */
#include "matching/matching.h"

static bool
has_unknown_wish(const struct match_person *one)
{
	for (uint32_t r = 0; r < one->wish_count; r++)
		if (one->wishes[r] == MATCH_NOBODY)
			return true;
	return false;
}

/* The file of scores has decided who fits, so only seats and wishes are left. */
void
matching_warn_pairs(const struct matching_input *input, struct matching_problems *out)
{
	for (size_t i = 0; i < input->people_count; i++) {
		const struct matching_person *one = &input->people[i];

		if (one->is_mentor && one->person.capacity < 0)
			matching_warning(out, S("MD-capacity"), one->person.id);
		if (has_unknown_wish(&one->person))
			matching_warning(out, S("MD-wish"), one->person.id);
	}
}

void
matching_warn_groups(const struct matching_input *input, struct matching_problems *out)
{
	for (size_t i = 0; i < input->people_count; i++) {
		const struct matching_person *one = &input->people[i];

		if (one->person.gender == MATCH_GENDER_UNKNOWN)
			matching_warning(out, S("MD-gender"), one->person.id);
		if (!one->is_mentor && one->person.prefers == MATCH_PREFERS_UNKNOWN)
			matching_warning(out, S("MD-pref"), one->person.id);
		if (!one->has_slots)
			matching_warning(out, S("MD-slots"), one->person.id);
		if (one->person.themes.count == 0)
			matching_warning(out, S("MD-themes"), one->person.id);
	}
}

/* What the rules and parts of a pair look at on both sides. */
static void
warn_of_pair(const struct match_person *one, struct matching_problems *out)
{
	if (one->langs.count == 0)
		matching_warning(out, S("MD-language"), one->id);
	if (!one->has_hours)
		matching_warning(out, S("MD-hours"), one->id);
	if (one->gender == MATCH_GENDER_UNKNOWN)
		matching_warning(out, S("MD-gender"), one->id);
	if (one->prefers == MATCH_PREFERS_UNKNOWN)
		matching_warning(out, S("MD-pref"), one->id);
	if (one->project.length == 0)
		matching_warning(out, S("MD-project"), one->id);
	if (has_unknown_wish(one))
		matching_warning(out, S("MD-wish"), one->id);
}

void
matching_warn_rank(const struct matching_input *input, uint32_t mentee, struct matching_problems *out)
{
	const struct match_person *wanted = &input->cohort.mentees.at[mentee];

	warn_of_pair(wanted, out);
	if (wanted->skills.count == 0)
		matching_warning(out, S("MD-skills"), wanted->id);
	if (wanted->goals.count == 0)
		matching_warning(out, S("MD-goals"), wanted->id);
	for (size_t j = 0; j < input->cohort.mentors.count; j++) {
		warn_of_pair(&input->cohort.mentors.at[j], out);
		if (input->cohort.mentors.at[j].capacity < 0)
			matching_warning(out, S("MD-capacity"), input->cohort.mentors.at[j].id);
	}
}
