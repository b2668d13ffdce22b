/* Who is told that there is news. The letters belong to no programme's list (the programme column stays empty), so that nobody counts them there. */
#include "conduct/tell.h"

#include "base/arena.h"
#include "conduct/form.h"
#include "conduct/sealed.h"
#include "formats/id.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "programmes/programmes.h"

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

struct news {
	enum letter_kind kind;
	const char *what;
	struct str programme, link;
	struct moment until, appeal;
	struct str clauses, with;     /* may be empty */
};

static enum outcome
write_to(struct visit *v, struct person_id person, const struct news *news)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_reader reader;
	struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = news->kind, .reader = &reader };
	enum outcome said = letter_reader_find(&desk, person, TOPIC_ACCOUNT, &reader);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	letter_wish_add(&wish, "you", reader.name);
	letter_wish_add(&wish, "programme", news->programme);
	if (news->what != NULL)
		letter_wish_add(&wish, "what", say(reader.language, news->what));
	if (!moment_is_none(news->until))
		letter_wish_add(&wish, "until", say_moment(v->arena, letter_place(&reader), news->until, v->now));
	if (!moment_is_none(news->appeal))
		letter_wish_add(&wish, "appeal", say_moment(v->arena, letter_place(&reader), news->appeal, v->now));
	letter_wish_add(&wish, "clauses", news->clauses);
	letter_wish_add(&wish, "with", news->with);
	letter_wish_add(&wish, "link", news->link);
	return letter_put(&desk, &wish);
}

enum outcome
tell_readers(struct visit *v, const struct telling *telling, bool *is_told)
{
	struct news news = { .kind = LETTER_L46, .programme = v->programme->name, .until = telling->until,
		.link = address_of(v, url_cases_show(v->arena, v->programme->slug)) };
	struct readers_of_rows readers;

	*is_told = false;
	TRY(readers_of(v->db, v->arena, telling->report, v->programme->id, REPORT_READERS_MOST, &readers));
	for (size_t i = 0; i < readers.count; i++) {
		if (!person_id_is_none(telling->only) && !person_id_equal(telling->only, readers.at[i].id))
			continue;
		TRY(write_to(v, readers.at[i].id, &news));
		*is_told = true;
	}
	return OK;
}

enum outcome
tell_contacts(struct visit *v, struct report_id report, bool is_one_left)
{
	struct news news = { .kind = LETTER_L46, .programme = v->programme->name,
		.what = is_one_left ? N_("A single safety responder reads reports that others may not. Please have a coordinator whom they cannot concern appoint another one.") :
		    N_("A report waits, and nobody is left who may read it. Please have a coordinator whom it cannot concern appoint a safety responder."),
		.link = address_of(v, url_programme_show(v->arena, v->programme->slug)) };
	struct contacts_of_rows contacts;

	TRY(contacts_of(v->db, v->arena, report, v->programme->id, CONTACTS_MOST, &contacts));
	for (size_t i = 0; i < contacts.count; i++)
		TRY(write_to(v, contacts.at[i].id, &news));
	return OK;
}

enum outcome
reads_open(struct visit *v, struct person_id person, bool *out)
{
	struct reports_open_for_row open;

	TRY(reports_open_for(v->db, v->arena, v->programme->id, person, &open));
	*out = open.has_any > 0;
	return OK;
}

enum outcome
tell_new_reader(struct visit *v, struct person_id person)
{
	struct news news = { .kind = LETTER_L46, .programme = v->programme->name, .link = address_of(v, url_cases_show(v->arena, v->programme->slug)) };

	return write_to(v, person, &news);
}

enum outcome
tell_reporter(struct visit *v, struct report_id report, enum report_sharing sharing, struct str sealed)
{
	struct news news = { .kind = LETTER_L45, .programme = v->programme->name, .link = address_of(v, url_report_follow_show(v->arena)) };
	struct reporter reporter;
	struct str plain;

	if (sharing != REPORT_SHARING_NAMED)
		return OK;
	TRY(report_open(v, REPORT_REPORTER, report.value, sealed, &plain));
	reporter = reporter_read(v, plain);
	return person_id_is_none(reporter.person) ? OK : write_to(v, reporter.person, &news);
}

static enum outcome
tell_measure(struct visit *v, struct person_id person, const char *what)
{
	struct news news = { .kind = LETTER_L47, .programme = v->programme->name, .what = what,
		.link = address_of(v, url_report_show(v->arena, v->programme->slug)) };

	return write_to(v, person, &news);
}

enum outcome
tell_paused(struct visit *v, struct person_id person, bool is_paused)
{
	return tell_measure(v, person, is_paused ? N_("You are paused: until it is lifted you can take no request, ask for nothing, and nothing is assigned to you.") :
	    N_("Your pause is lifted: you can take requests and ask again."));
}

enum outcome
tell_back(struct visit *v, struct person_id person)
{
	return tell_measure(v, person, N_("You may come in again: what had ended your part in the programme is lifted."));
}

enum outcome
tell_over(struct visit *v, struct person_id person)
{
	return tell_measure(v, person, N_("What was decided about you earlier was looked at again, and holds no longer."));
}

static const char *
words_of(enum report_measure measure)
{
	switch (measure) {
	case REPORT_MEASURE_WARNING:
		return N_("You are warned: what happened must not happen again.");
	case REPORT_MEASURE_SUSPENSION:
		return N_("You are suspended for a time: until it is over you can take no request, ask for nothing, and nothing is assigned to you.");
	case REPORT_MEASURE_REMOVAL:
		return N_("Your part in the programme is ended, and you cannot come in again unless this is lifted. What you held went back to the queue, and what you asked for is withdrawn.");
	default:
		return N_("The role of mentor was taken away from you: you take no more requests, and what you held went back to the queue. You can still ask for a mentor.");
	}
}

enum outcome
tell_decided(struct visit *v, struct person_id person, const struct sanction *s)
{
	struct news news = { .kind = LETTER_L47, .programme = v->programme->name, .what = words_of(s->measure), .clauses = s->said,
		.until = moment_is_none(s->until) ? s->until : moment_plus(s->until, -US_PER_SECOND), .appeal = s->appeal_until,
		.link = address_of(v, url_report_show(v->arena, v->programme->slug)) };

	return write_to(v, person, &news);
}

enum outcome
tell_pair(struct visit *v, const struct pairs_of_row *pair, bool rests)
{
	struct news news = { .kind = LETTER_L47P, .programme = v->programme->name,
		.what = rests ? N_("It rests for now: neither of you has to write or do anything, and no reminder comes. You are told as soon as it goes on.") :
		    N_("It goes on: what was due is due later by as long as it rested."),
		.link = address_of(v, url_request_show(v->arena, v->programme->slug, id_print(v->arena, pair->id.value))) };

	news.with = pair->claimer_name;
	TRY(write_to(v, pair->mentee, &news));
	news.with = pair->mentee_name;
	return write_to(v, pair->claimer, &news);
}
