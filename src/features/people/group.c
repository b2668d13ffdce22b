/* Writing to many: letters are put a batch a job, so that no turn of the writer is long, and whoever is killed goes on where it was. */
#include "people/group.h"

#include "base/arena.h"
#include "base/check.h"
#include "http/routes.h"
#include "later/later.h"
#include "letters/letters.h"
#include "people/people.h"

#define GROUP_MAIL S("group-mail")

enum { BATCH = 50 };

enum outcome
group_count(struct visit *v, const struct group_mail_of_row *row, int64_t *out)
{
	struct group_people_rows people;

	TRY(group_people(v->db, v->arena, &(struct group_people_values){ .programme = v->programme->id, .audience = row->audience, .from = row->joined_from_at,
	    .until = row->joined_until_at, .now = v->now, .limit = GROUP_PEOPLE_MOST + 1 }, &people));
	*out = (int64_t)people.count;
	return OK;
}

struct news {
	struct str subject, body, sender;
};

static enum outcome
write_to(struct visit *v, const struct news *news, struct person_id person)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = LETTER_L51, .programme = v->programme->id };
	struct letter_reader reader;

	TRY(letter_reader_find(&desk, person, TOPIC_GROUP, &reader));
	wish.reader = &reader;
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", v->programme->name);
	letter_wish_add(&wish, "subject", news->subject);
	letter_wish_add(&wish, "body", news->body);
	letter_wish_add(&wish, "sender", news->sender);
	letter_wish_add(&wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, url_programme_show(v->arena, v->programme->slug) }));
	return letter_put(&desk, &wish);
}

enum outcome
group_try(struct visit *v, const struct group_mail_of_row *row)
{
	return write_to(v, &(struct news){ row->subject, row->body, row->author_name }, v->who.id);
}

static enum outcome
plan(struct visit *v, struct group_mail_id id)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = GROUP_MAIL, .subject = id.value,
	    .due_at = v->now, .now = v->now });
}

enum outcome
group_start(struct visit *v, const struct group_mail_of_row *row)
{
	struct group_mails_lately_row lately;
	int64_t changed;

	TRY(group_mails_lately(v->db, v->arena, v->programme->id, moment_plus(v->now, -US_PER_DAY), &lately));
	if (lately.sent >= GROUP_MAILS_A_DAY)
		return GROUP_MAILS_ENOUGH;
	TRY(group_mail_start(v->db, row->id, v->now, &changed));
	return changed == 0 ? STALE : plan(v, row->id);
}

/* The job. */
enum outcome
group_mail_due(struct visit *v, int64_t subject)
{
	struct group_mail_to_send_row row;
	struct group_people_rows people;
	enum outcome said = group_mail_to_send(v->db, v->arena, (struct group_mail_id){ subject }, &row);
	bool is_over;
	int64_t changed;

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	TRY(group_people(v->db, v->arena, &(struct group_people_values){ .programme = row.programme, .audience = row.audience, .from = row.joined_from_at,
	    .until = row.joined_until_at, .after = { row.last_person }, .now = v->now, .limit = BATCH }, &people));
	for (size_t i = 0; i < people.count; i++)
		TRY(write_to(v, &(struct news){ row.subject, row.body, row.author_name }, people.at[i].id));
	is_over = people.count < BATCH;
	TRY(group_mail_moves(v->db, row.id, is_over ? GROUP_MAIL_STATE_SENT : GROUP_MAIL_STATE_SENDING, row.people + (int64_t)people.count,
	    people.count > 0 ? people.at[people.count - 1].id.value : row.last_person, &changed));
	return is_over ? OK : plan(v, row.id);
}
