/* A programme's file judged by itself: its head and its numbers. */
#include "programmes/file_check.h"

#include "base/arena.h"
#include "formats/near.h"
#include "formats/zone.h"
#include "programmes/rules.h"

struct place
file_place(const struct programme_file *file, const char *list, size_t entry, const char *key)
{
	const struct yaml_node *whole = yaml_entry(file->root, str_from(list)), *item = yaml_item(whole, entry), *value;

	value = key == NULL ? NULL : yaml_entry(item, str_from(key));
	if (value != NULL)
		return value->at;
	if (item != NULL)
		return item->at;
	return whole != NULL ? whole->at : file->root != NULL ? file->root->at : (struct place){ 1, 1 };
}

struct place
file_place_of_setting(const struct programme_file *file, struct str name)
{
	const struct yaml_node *settings = yaml_entry(file->root, S("settings")), *value = yaml_entry(settings, name);

	if (value != NULL)
		return value->at;
	return settings != NULL ? settings->at : (struct place){ 1, 1 };
}

static struct place
place_of_key(const struct programme_file *file, const char *key)
{
	return file_place(file, key, 0, NULL);
}

bool
file_mark_is_fine(struct str mark)
{
	for (size_t i = 0; i < mark.length; i++)
		if (!((mark.at[i] >= 'A' && mark.at[i] <= 'Z') || (mark.at[i] >= '0' && mark.at[i] <= '9')))
			return false;
	return mark.length > 0;
}

static void
check_head(const struct yaml_programme *from, struct programme_file *file, struct complaints *complaints)
{
	static const struct str shapes[] = { S_STATIC("queue"), S_STATIC("rounds"), S_STATIC("pairs"), S_STATIC("groups") };
	struct str shape = str_trim(str_from(from->shape)), near = near_word(shape, shapes, 4);

	if (!slug_is_fine(file->slug))
		complaints_add(complaints, place_of_key(file, "slug"), "slug is the word in addresses: small letters a-z, digits and hyphens between them, not \"%.*s\"",
		    STR_FORMAT(file->slug));
	if (!file_mark_is_fine(file->mark))
		complaints_add(complaints, place_of_key(file, "mark"), "mark stands before numbers of requests, like OC-214: capital letters A-Z and digits, not \"%.*s\"",
		    STR_FORMAT(file->mark));
	if (!programme_shape_read(shape, &file->shape))
		complaints_add(complaints, place_of_key(file, "shape"), "shape is one of queue, rounds, pairs, groups, not \"%.*s\"%s%.*s", STR_FORMAT(shape),
		    str_is_empty(near) ? "" : "; did you mean ", STR_FORMAT(near));
	if (!zone_is_known(file->zone))
		complaints_add(complaints, place_of_key(file, "zone"), "zone is the name of an IANA time zone, like Europe/Berlin or UTC; there is none called \"%.*s\"",
		    STR_FORMAT(file->zone));
}

/* As it is printed once it was read: "03" is "3". */
static void
check_setting(struct arena *arena, struct programme_file *file, size_t place, struct complaints *complaints)
{
	struct setting_row row = setting_at(place);
	struct settings judged;

	settings_start(&judged);
	if (settings_set(&judged, row.name, file->settings[place]) == OK)
		file->settings[place] = setting_print(arena, &judged, row.name);
	else
		complaints_add(complaints, file_place_of_setting(file, row.name), "%.*s is %.*s, not \"%.*s\"", STR_FORMAT(row.name),
		    STR_FORMAT(setting_expected(arena, row.name)), STR_FORMAT(file->settings[place]));
}

bool
file_settings_fit(const struct programme_file *file, struct settings *present, size_t affiliations, struct complaints *complaints)
{
	size_t mode = setting_place(S("affiliation.mode"));
	struct setting_misfit misfit;

	for (size_t i = 0; i < setting_count(); i++)
		if (file->settings[i].at != NULL)
			(void)settings_set(present, setting_at(i).name, file->settings[i]);
	if (affiliations == 0 && file->settings[mode].at != NULL && present->affiliation_asks != 0) {
		complaints_add(complaints, file_place_of_setting(file, S("affiliation.mode")),
		    "affiliation.mode is \"%.*s\", and the programme has no affiliation to choose from: say off, or list affiliations", STR_FORMAT(file->settings[mode]));
		return false;
	}
	misfit = settings_misfit(present);
	if (misfit.name != NULL)
		complaints_add(complaints, file_place_of_setting(file, str_from(misfit.name)), "%s does not go with the other settings: %s", misfit.name, misfit.why);
	return misfit.name == NULL;
}

void
file_check_alone(const struct programme_file *file, struct complaints *complaints)
{
	struct settings fresh;

	settings_start(&fresh);
	(void)file_settings_fit(file, &fresh, file->affiliation_count, complaints);
}

void
file_check(struct arena *arena, const struct yaml_programme *from, struct programme_file *file, struct complaints *complaints)
{
	check_head(from, file, complaints);
	for (size_t i = 0; i < setting_count(); i++)
		if (file->settings[i].at != NULL)
			check_setting(arena, file, i, complaints);
	file_check_lists(arena, from, file, complaints);
	file_check_resources(arena, from, file, complaints);
	file_check_areas(arena, from, file, complaints);
	file_check_forms(arena, from, file, complaints);
	file_check_surveys(from, file, complaints);
}
