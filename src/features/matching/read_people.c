/* people.csv: fields, ids, and the wishes that name ids. */
#include "matching/read_people.h"

#include <stdlib.h>

#include "base/arena.h"
#include "matching/sheet.h"

enum { ID_BYTES = 64, TOKEN_BYTES = 32, HOURS_DIGITS = 6, SLOTS_DIGITS = 16, ZONE_LEAST = -720, ZONE_MOST = 840 };

const struct str matching_people_columns[PEOPLE_COLUMNS] = {
	S_STATIC("id"), S_STATIC("role"), S_STATIC("capacity"), S_STATIC("gender"), S_STATIC("gender_pref"), S_STATIC("langs"), S_STATIC("tz_min"),
	S_STATIC("avail_utc_hex"), S_STATIC("skills"), S_STATIC("goals"), S_STATIC("project"), S_STATIC("ranked"), S_STATIC("slots_hex"),
	S_STATIC("themes"),
};

/* C0, DEL and C1. */
static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.length; i++) {
		unsigned char byte = (unsigned char)s.at[i];

		if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && i + 1 < s.length && (unsigned char)s.at[i + 1] < 0xA0))
			return true;
	}
	return false;
}

static void
read_id(struct sheet *sheet, struct matching_person *one)
{
	struct str id = sheet_cell(sheet, PEOPLE_ID);

	one->person.id = id;
	if (id.length == 0 || id.length > ID_BYTES)
		sheet_refuses(sheet, PEOPLE_ID, id, S("has not 1 to 64 bytes"));
	else if (has_controls(id))
		sheet_refuses(sheet, PEOPLE_ID, id, S("holds a control character"));
}

/* The place of the cell among the words; count if it is none of them, which is a problem. */
static size_t
read_choice(struct sheet *sheet, size_t column, const struct str *words, size_t count)
{
	struct str cell = sheet_cell(sheet, column), list = words[0];

	for (size_t i = 0; i < count; i++) {
		if (str_equal(cell, words[i]))
			return i;
		if (i > 0)
			list = str_join(sheet->arena, 3, (struct str[]){ list, i + 1 < count ? S(", ") : S(" or "), words[i] });
	}
	sheet_refuses(sheet, column, cell, str_join(sheet->arena, 2, (struct str[]){ S("is not "), list }));
	return count;
}

static void
read_choices(struct sheet *sheet, struct matching_person *one)
{
	static const struct str roles[] = { S_STATIC("mentee"), S_STATIC("mentor") };
	static const struct str genders[] = { S_STATIC("f"), S_STATIC("m"), S_STATIC("x") };
	static const struct str preferences[] = { S_STATIC("any"), S_STATIC("f"), S_STATIC("m") };
	static const enum match_gender gender[] = { MATCH_WOMAN, MATCH_MAN, MATCH_OTHER, MATCH_GENDER_UNKNOWN };
	static const enum match_preference prefers[] = { MATCH_PREFERS_ANY, MATCH_PREFERS_WOMEN, MATCH_PREFERS_MEN, MATCH_PREFERS_UNKNOWN };

	one->is_mentor = read_choice(sheet, PEOPLE_ROLE, roles, 2) == 1;
	if (sheet_cell(sheet, PEOPLE_GENDER).length > 0)
		one->person.gender = gender[read_choice(sheet, PEOPLE_GENDER, genders, 3)];
	if (sheet_cell(sheet, PEOPLE_GENDER_PREF).length > 0)
		one->person.prefers = prefers[read_choice(sheet, PEOPLE_GENDER_PREF, preferences, 3)];
}

static bool
is_token(struct str s)
{
	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#' || c == '.' || c == '_' || c == '-'))
			return false;
	}
	return s.length > 0 && s.length <= TOKEN_BYTES;
}

static int
bytewise(const void *left, const void *right)
{
	return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* Tokens between semicolons, none twice; sorted, but for the first kept ones. */
static struct str_list
read_tokens(struct sheet *sheet, size_t column, size_t kept)
{
	struct str rest = sheet_cell(sheet, column), whole = rest, token;
	struct str_list list = { 0 }, sorted;
	size_t most = 1;

	if (rest.length == 0)
		return list;
	for (size_t i = 0; i < rest.length; i++)
		most += rest.at[i] == ';';
	list.at = ARENA_MANY(sheet->arena, 2 * most, struct str);
	sorted = (struct str_list){ list.at + most, most };
	while (str_next(&rest, ';', &token)) {
		if (!is_token(token)) {
			sheet_refuses(sheet, column, token, S("is no token: 1 to 32 of a-z, 0-9 and + # . _ -"));
			return (struct str_list){ 0 };
		}
		sorted.at[list.count] = token;
		list.at[list.count++] = token;
	}
	qsort(sorted.at, list.count, sizeof(sorted.at[0]), bytewise);
	for (size_t i = 1; i < list.count; i++)
		if (str_equal(sorted.at[i], sorted.at[i - 1])) {
			sheet_refuses(sheet, column, whole, str_join(sheet->arena, 3, (struct str[]){ S("has "), sorted.at[i], S(" twice") }));
			return (struct str_list){ 0 };
		}
	if (list.count > kept)
		qsort(list.at + kept, list.count - kept, sizeof(list.at[0]), bytewise);
	return list;
}

/* 1 to most hexadecimal digits. False, and a problem, for anything else. */
static bool
read_hex(struct sheet *sheet, size_t column, size_t most, uint64_t *out)
{
	struct str cell = sheet_cell(sheet, column);
	uint64_t value = 0;
	bool is_hex = cell.length <= most;

	for (size_t i = 0; i < cell.length && is_hex; i++) {
		char c = cell.at[i];
		int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		is_hex = digit >= 0;
		value = value << 4 | (uint64_t)(digit & 15);
	}
	*out = value;
	if (!is_hex)
		sheet_refuses(sheet, column, cell, most == HOURS_DIGITS ? S("is not 1 to 6 hexadecimal digits") : S("is not 1 to 16 hexadecimal digits"));
	return is_hex && cell.length > 0;
}

static void
read_numbers(struct sheet *sheet, struct matching_person *one)
{
	static const int64_t capacities[] = { 0, MATCH_CAPACITY }, zones[] = { ZONE_LEAST, ZONE_MOST };
	struct str capacity = sheet_cell(sheet, PEOPLE_CAPACITY), zone = sheet_cell(sheet, PEOPLE_TZ);
	int64_t whole;
	uint64_t bits;

	one->person.capacity = -1;
	if (capacity.length > 0 && sheet_whole(sheet, PEOPLE_CAPACITY, capacity, capacities, &whole))
		one->person.capacity = (int32_t)whole;
	if (zone.length > 0 && sheet_whole(sheet, PEOPLE_TZ, zone, zones, &whole))
		one->zone_minutes = zone;
	one->person.has_hours = read_hex(sheet, PEOPLE_HOURS, HOURS_DIGITS, &bits);
	one->person.hours = (uint32_t)bits;
	one->has_slots = read_hex(sheet, PEOPLE_SLOTS, SLOTS_DIGITS, &one->person.slots);
}

static void
read_one(struct sheet *sheet, struct matching_person *one)
{
	struct str_list project;

	*one = (struct matching_person){ .line = sheet->record.line };
	read_id(sheet, one);
	read_choices(sheet, one);
	read_numbers(sheet, one);
	one->person.langs = read_tokens(sheet, PEOPLE_LANGS, 0);
	one->person.skills = read_tokens(sheet, PEOPLE_SKILLS, 0);
	one->person.goals = read_tokens(sheet, PEOPLE_GOALS, 0);
	one->person.themes = read_tokens(sheet, PEOPLE_THEMES, 1);
	one->ranked = sheet_cell(sheet, PEOPLE_RANKED);
	project = read_tokens(sheet, PEOPLE_PROJECT, 0);
	if (project.count > 1)
		sheet_refuses(sheet, PEOPLE_PROJECT, sheet_cell(sheet, PEOPLE_PROJECT), S("is more than one project"));
	else if (project.count == 1)
		one->person.project = project.at[0];
}

static int
by_id(const void *left, const void *right)
{
	const struct matching_person *a = left, *b = right;
	int order = str_compare(a->person.id, b->person.id);

	return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

const struct matching_person *
matching_person(const struct matching_input *input, struct str id)
{
	for (size_t low = 0, high = input->people_count; low < high;) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(input->people[middle].person.id, id);

		if (order == 0)
			return &input->people[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* One wish: a place on the other side, or MATCH_NOBODY for whom nobody knows. False for a problem. */
static bool
find_wish(struct sheet *sheet, const struct matching_input *input, struct matching_person *one, struct str id, uint32_t *place)
{
	const struct matching_person *wished = matching_person(input, id);

	*place = wished == NULL ? MATCH_NOBODY : wished->place;
	if (id.length == 0 || id.length > ID_BYTES || has_controls(id))
		sheet_says_at(sheet, one->line, PEOPLE_RANKED, str_join(sheet->arena, 2,
		    (struct str[]){ matching_quote(sheet->arena, id), S(" is no id") }));
	else if (wished != NULL && wished->is_mentor == one->is_mentor)
		sheet_says_at(sheet, one->line, PEOPLE_RANKED, str_join(sheet->arena, 2,
		    (struct str[]){ matching_quote(sheet->arena, id), one->is_mentor ? S(" is a mentor, too") : S(" is a mentee, too") }));
	else
		return true;
	return false;
}

static bool
is_wished(struct str ranked, size_t before, struct str id)
{
	struct str other;

	for (size_t i = 0; i < before && str_next(&ranked, ';', &other); i++)
		if (str_equal(other, id))
			return true;
	return false;
}

static void
read_wishes(struct sheet *sheet, const struct matching_input *input, struct matching_person *one)
{
	struct str rest = one->ranked, id;
	uint32_t count = 0;

	while (rest.length > 0 && str_next(&rest, ';', &id)) {
		if (count == MATCH_WISHES) {
			sheet_says_at(sheet, one->line, PEOPLE_RANKED, S("more than 5 ids"));
			return;
		}
		if (is_wished(one->ranked, count, id))
			sheet_says_at(sheet, one->line, PEOPLE_RANKED, str_join(sheet->arena, 2,
			    (struct str[]){ matching_quote(sheet->arena, id), S(" is there twice") }));
		else if (!find_wish(sheet, input, one, id, &one->person.wishes[count]))
			return;
		count++;
	}
	one->person.wish_count = count;
}

/* Sorted by id: places on the sides, and ids that are there twice. */
static void
place_all(struct sheet *sheet, struct matching_input *input)
{
	struct match_cohort *cohort = &input->cohort;

	qsort(input->people, input->people_count, sizeof(input->people[0]), by_id);
	for (size_t i = 0; i < input->people_count; i++) {
		struct matching_person *one = &input->people[i];

		one->place = (uint32_t)(one->is_mentor ? cohort->mentors.count++ : cohort->mentees.count++);
		if (i > 0 && str_equal(one->person.id, one[-1].person.id))
			sheet_says_at(sheet, one->line, PEOPLE_ID, str_join(sheet->arena, 2,
			    (struct str[]){ matching_quote(sheet->arena, one->person.id), S(" is there already") }));
	}
}

static void
fill_sides(struct arena *arena, struct matching_input *input)
{
	struct match_cohort *cohort = &input->cohort;

	cohort->mentees.at = ARENA_MANY(arena, cohort->mentees.count + 1, struct match_person);
	cohort->mentors.at = ARENA_MANY(arena, cohort->mentors.count + 1, struct match_person);
	for (size_t i = 0; i < input->people_count; i++) {
		const struct matching_person *one = &input->people[i];

		(one->is_mentor ? &cohort->mentors : &cohort->mentees)->at[one->place] = one->person;
	}
}

bool
matching_read_people(struct arena *arena, const struct matching_file *file, struct matching_input *input)
{
	struct sheet sheet = { .arena = arena, .file = file, .kind = MATCHING_PEOPLE, .problems = input->problems,
		.columns = matching_people_columns, .column_count = PEOPLE_COLUMNS };
	size_t most;

	if (!sheet_open(&sheet, 0))
		return false;
	most = sheet_lines_left(&sheet);
	most = most < MATCH_PEOPLE ? most : MATCH_PEOPLE;
	input->people = ARENA_MANY(arena, most + 1, struct matching_person);
	while (sheet_next(&sheet)) {
		if (input->people_count == MATCH_PEOPLE) {
			sheet_says_whole(&sheet, sheet.record.line, S("file"), S("more than 100000 people"));
			break;
		}
		read_one(&sheet, &input->people[input->people_count++]);
	}
	place_all(&sheet, input);
	for (size_t i = 0; i < input->people_count; i++)
		read_wishes(&sheet, input, &input->people[i]);
	fill_sides(arena, input);
	return true;
}
