/* The other three programmes of the demo: a round each, with applications in every state on the way from a draft to a place. */
#include "access/access.h"
#include "applications/applications.h"
#include "applications/form.h"
#include "applications/store_shared.h"
#include "base/arena.h"
#include "base/check.h"
#include "conduct/conduct.h"
#include "daemon/demo_cast.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/form_json.h"
#include "http/routes.h"
#include "openings/form.h"
#include "openings/openings.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"

enum { MADE_DAYS_BEFORE = 3, READ_DAYS_LATER = 3, OFFERED_DAYS_AGO = 2, SCORES = 3, OWN_MOST = 10 };

enum fate { DRAFT, SENT, WITHDRAWN, TAKEN, SCORED, SHORT, WAITS, REFUSED, OFFERED, PLACED };

static const struct round {
	struct str file, name, criteria;
	int64_t mentors_from, mentors_to, mentor_places, mentees_from, mentees_to, mentee_places;
} rounds[] = {
#define ROUND(file, name, criteria, ...) { S_STATIC(file), S_STATIC(name), S_STATIC(criteria), __VA_ARGS__ },
#define ANSWERS(round, side, json)
#define APPLIES(round, side, who, days, fate)
#include "daemon/demo_rounds.def"
#undef ROUND
#undef ANSWERS
};

static const struct answers {
	size_t round;
	enum intake_side side;
	struct str json;
} answers[] = {
#define ROUND(file, name, criteria, ...)
#define ANSWERS(round, side, json) { round, INTAKE_SIDE_##side, S_STATIC(json) },
#include "daemon/demo_rounds.def"
#undef ANSWERS
#undef APPLIES
};

static const struct applicant {
	size_t round;
	enum intake_side side;
	size_t who;
	int64_t days;                     /* before the end it is sent */
	enum fate fate;
} applicants[] = {
#define ANSWERS(round, side, json)
#define APPLIES(round, side, who, days, fate) { round, INTAKE_SIDE_##side, who, days, fate },
#include "daemon/demo_rounds.def"
#undef ROUND
#undef ANSWERS
#undef APPLIES
};

static struct moment
days_ago(struct demo *d, int64_t days)
{
	return moment_plus(d->end, -days * US_PER_DAY);
}

static enum outcome
load(struct demo *d, const struct round *round, struct moment at)
{
	struct visit *v = demo_visit(d, DEMO_NOBODY, at);
	struct str complaint;

	TRY(programme_load_file(v, round->file, programme_builtin(str_head(round->file, round->file.length - 5)), &complaint));
	d->programme_id = v->programme_id;
	TRY(programme_of(d->world->db, d->world->programmes, d->programme_id, DEMO_VERSION, &d->programme));
	TRY(person_join(v, d->programme_id, d->ids[DEMO_COORDINATOR]));
	TRY(role_give(v, d->programme_id, d->ids[DEMO_COORDINATOR], ROLE_ROLE_COORDINATOR));
	TRY(conduct_keep(demo_visit(d, DEMO_COORDINATOR, at), d->ids[DEMO_COORDINATOR]));
	TRY(person_join(v, d->programme_id, d->ids[DEMO_RESPONDER]));
	return responder_give(v, d->programme_id, d->ids[DEMO_RESPONDER]);
}

static void
set_day(struct visit *v, const char *field, struct moment day)
{
	form_set_text(v->form, field, when_date(v->arena, NULL, day));
}

static enum outcome
plan(struct demo *d, const struct round *round, struct moment at)
{
	struct visit *v = demo_visit(d, DEMO_COORDINATOR, at);

	v->form = form_start(v->arena, &cohort_form, NULL);
	form_set_text(v->form, "name", round->name);
	form_set_text(v->form, "criteria", round->criteria);
	set_day(v, "mentor_opens", days_ago(d, round->mentors_from));
	set_day(v, "mentor_closes", days_ago(d, round->mentors_to));
	form_set_whole(v->form, "mentor_places", round->mentor_places);
	set_day(v, "mentee_opens", days_ago(d, round->mentees_from));
	set_day(v, "mentee_closes", days_ago(d, round->mentees_to));
	form_set_whole(v->form, "mentee_places", round->mentee_places);
	return cohort_save(v);
}

/* Their visit of the page where they apply. */
static struct visit *
visit_of(struct demo *d, const struct applicant *a, struct moment at)
{
	struct visit *v = demo_visit(d, a->who, at);

	v->params[0] = d->programme->slug;
	v->params[1] = a->side == INTAKE_SIDE_MENTOR ? S("mentor") : S("mentee");
	return v;
}

/* The answers of that side are given in turn. */
static struct str
answers_of_applicant(const struct applicant *a)
{
	const struct answers *fitting[ARRAY_LENGTH(answers)];
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(answers); i++)
		if (answers[i].round == a->round && answers[i].side == a->side)
			fitting[count++] = &answers[i];
	check(count > 0);
	return fitting[a->who % count]->json;
}

static enum outcome
apply(struct demo *d, const struct applicant *a)
{
	const struct form *form;
	struct moment at = days_ago(d, a->days);
	struct visit *v;

	TRY(demo_clock_runs(d, at));
	v = visit_of(d, a, at);
	TRY(person_join(v, d->programme_id, v->who.id));
	TRY(conduct_keep(v, v->who.id));
	v = visit_of(d, a, moment_plus(at, US_PER_HOUR));
	TRY(application_form_find(v, a->fate == DRAFT ? &application_draft_form : &application_form, &form));
	TRY(form_read_json(v->arena, form, NULL, answers_of_applicant(a), &v->form));
	if (a->fate == DRAFT)
		return application_save(v);
	TRY(application_send_now(v));
	return a->fate == WITHDRAWN ? application_withdraw(visit_of(d, a, moment_plus(at, US_PER_DAY))) : OK;
}

static struct visit *
visit_of_reader(struct demo *d, struct application_id id, struct moment at)
{
	struct visit *v = demo_visit(d, DEMO_COORDINATOR, at);

	v->params[0] = d->programme->slug;
	v->params[1] = id_print(v->arena, id.value);
	return v;
}

static enum outcome
read_and_score(struct demo *d, const struct applicant *a, struct application_id id, struct moment at)
{
	static const struct str words[SCORES] = {
		S_STATIC("Clear about what it is for, and modest about the time."), S_STATIC("I would ask once more how many hours there really are."),
		S_STATIC("Knows exactly whom to help with what."),
	};
	struct visit *v;

	TRY(review_take(visit_of_reader(d, id, at)));
	if (a->fate == TAKEN)
		return OK;
	v = visit_of_reader(d, id, moment_plus(at, US_PER_HOUR));
	v->form = form_start(v->arena, &score_form, NULL);
	form_set_text(v->form, "score", (struct str[SCORES]){ S("4"), S("3"), S("5") }[a->who % SCORES]);
	form_set_text(v->form, "words", words[a->who % SCORES]);
	return review_score(v);
}

static enum outcome
decide(struct demo *d, const struct applicant *a, struct application_id id, struct moment at)
{
	static const struct str decisions[] = {
		[SHORT] = S_STATIC("short-list"), [WAITS] = S_STATIC("wait-list"), [REFUSED] = S_STATIC("refuse"), [OFFERED] = S_STATIC("offer"), [PLACED] = S_STATIC("offer"),
	};
	struct visit *v = visit_of_reader(d, id, at);

	v->form = form_start(v->arena, &decide_form, NULL);
	form_set_text(v->form, "decision", decisions[a->fate]);
	if (a->fate == REFUSED)
		form_set_text(v->form, "reason", S("no-place"));
	return review_decide(v);
}

static enum outcome
application_sent_by(struct demo *d, const struct applicant *a, struct application_id *out)
{
	struct home_applications_rows rows;

	TRY(home_applications(d->world->db, d->arena, d->ids[a->who], OWN_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (str_equal(rows.at[i].slug, d->programme->slug) && rows.at[i].side == a->side) {
			*out = rows.at[i].id;
			return OK;
		}
	return NOT_FOUND;
}

/* What coordinators make of it; where an offer is to be confirmed, those who are placed confirm it the next day. */
static enum outcome
goes_on(struct demo *d, const struct applicant *a)
{
	struct moment at = days_ago(d, a->fate == OFFERED ? OFFERED_DAYS_AGO : a->days - READ_DAYS_LATER);
	struct application_id id;

	if (a->fate < TAKEN)
		return OK;
	TRY(demo_clock_runs(d, at));
	TRY(application_sent_by(d, a, &id));
	TRY(read_and_score(d, a, id, at));
	if (a->fate < SHORT)
		return OK;
	TRY(decide(d, a, id, moment_plus(at, 2 * US_PER_HOUR)));
	if (a->fate != PLACED || d->programme->settings.offer_confirm_days == 0)
		return OK;
	return application_accept(visit_of(d, a, moment_plus(at, US_PER_DAY)));
}

/* Two projects would like to take part in the first round: one is announced, the other one waits for a coordinator. */
static enum outcome
declare(struct demo *d, size_t who, struct str project, struct moment at)
{
	struct visit *v = demo_visit(d, who, at);
	struct choices choices;

	TRY(person_join(v, d->programme_id, v->who.id));
	TRY(opening_round_choices(v, &choices));
	v->form = form_start(v->arena, &opening_form, NULL);
	form_set_text(v->form, "round", choices.at[0].value);
	form_set_text(v->form, "project", project);
	form_set_text(v->form, "url", S("https://forge.example.org/projects"));
	form_set_text(v->form, "goals", S("Half of our tests still ask a server that is not there any more. Whoever comes would replace it, test by test, and learn the whole program on the way."));
	form_set_whole(v->form, "places", 2);
	form_set_whole(v->form, "term", 4);
	form_set_whole(v->form, "minutes", 120);
	form_set_text(v->form, "period", S("month"));
	form_set_text(v->form, "languages", S("English, Spanish"));
	return opening_declare(v);
}

static enum outcome
announce(struct demo *d, struct moment at)
{
	struct visit *v = demo_visit(d, DEMO_COORDINATOR, at);
	struct openings_in_need_rows waiting;

	TRY(openings_to_see_to(v, d->programme, 1, &waiting));
	check(waiting.count == 1);
	v->params[0] = d->programme->slug;
	v->params[1] = id_print(v->arena, waiting.at[0].id.value);
	v->form = form_start(v->arena, &opening_decide_form, NULL);
	form_set_text(v->form, "decision", S("announce"));
	return opening_decide(v);
}

static enum outcome
add_openings(struct demo *d)
{
	TRY(declare(d, DEMO_ESCALATION + 2, S("Weather stations of the north"), days_ago(d, 3)));
	TRY(announce(d, days_ago(d, 2)));
	return declare(d, DEMO_ESCALATION + 3, S("A small database"), days_ago(d, 1));
}

static enum outcome
fill_round(struct demo *d, size_t which)
{
	const struct round *round = &rounds[which];
	struct moment made_at = days_ago(d, round->mentors_from + MADE_DAYS_BEFORE);

	arena_reset(d->arena);
	TRY(load(d, round, made_at));
	TRY(plan(d, round, moment_plus(made_at, US_PER_DAY)));
	for (size_t i = 0; i < ARRAY_LENGTH(applicants); i++)
		if (applicants[i].round == which)
			TRY(apply(d, &applicants[i]));
	for (size_t i = 0; i < ARRAY_LENGTH(applicants); i++)
		if (applicants[i].round == which)
			TRY(goes_on(d, &applicants[i]));
	return demo_clock_runs(d, d->end);
}

enum outcome
demo_rounds(struct demo *d)
{
	struct programme_id desk = d->programme_id;

	for (size_t i = 0; i < ARRAY_LENGTH(rounds); i++) {
		TRY(fill_round(d, i));
		if (i == 0)
			TRY(add_openings(d));
	}
	d->programme_id = desk;
	return programme_of(d->world->db, d->world->programmes, desk, DEMO_VERSION, &d->programme);
}
